using System.Numerics;
using Autodiff;
using static Autodiff.Scalar;

namespace WorkedExample;

/// <summary>The formula, recorded step by step, and as generic code that knows nothing of recording.</summary>
internal static class Formula
{
    /// <summary>The generic form. The names are for its graph; on other numbers Named does nothing.</summary>
    internal static T F<T>(T x)
        where T : IFloatingPointIeee754<T>
    {
        T a = Traced.Named(T.Exp(x), "a");
        T b = Traced.Named(a * a, "b");
        T c = Traced.Named(a + b, "c");
        T d = Traced.Named(T.Exp(c), "d");
        T e = Traced.Named(T.Sin(c), "e");
        return Traced.Named(d + e, "f");
    }

    /// <summary>Records the steps, sweeps backward once, and reads every adjoint beside the one derived by hand.</summary>
    internal static Step[] Differentiate(double at)
    {
        using (Autograd.Record())
        {
            var x = Independent(at);
            // A function of one number rides on the node of its argument: to have an adjoint of its own it is watched.
            var a = Watch(Exp(x));
            // An operation of two numbers has a node anyway, a * a too.
            var b = a * a;
            var c = a + b;
            var d = Watch(Exp(c));
            var e = Watch(Sin(c));
            var f = d + e;
            f.Backward();

            Adjoints by = Adjoints.ByHand(at);
            return
            [
                new("x", "independent", x, by.X), new("a", "Watch(Exp(x))", a, by.A), new("b", "a * a", b, by.B), new("c", "a + b", c, by.C),
                new("d", "Watch(Exp(c))", d, by.D), new("e", "Watch(Sin(c))", e, by.E), new("f", "d + e", f, by.F),
            ];
        }
    }

    /// <summary>The chain rule written out, from the result back to x: the derivative of f by each step.</summary>
    private readonly record struct Adjoints(double X, double A, double B, double C, double D, double E, double F)
    {
        internal static Adjoints ByHand(double x)
        {
            double a = Math.Exp(x), c = a + (a * a);
            double dfdc = Math.Exp(c) + Math.Cos(c), dfdb = dfdc, dfda = dfdc + (2 * a * dfdb);
            return new(Math.Exp(x) * dfda, dfda, dfdb, dfdc, 1, 1, 1);
        }
    }
}
