using System.Numerics;
using Autodiff.Diagnostics;
using Autodiff.Differentiation;

namespace Autodiff;

// Derivatives of functions of one array. The function is run once, in a recording of its own; where the thread records already the drivers
// record themselves, and so nest.
public static partial class Autograd
{
    /// <summary>The gradient of f, whose result has one element.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <returns>The partial derivatives, in the shape of the point.</returns>
    /// <exception cref="InvalidOperationException">The result has not one element.</exception>
    public static Variable<T> Gradient<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ValueAndGradient(function, point).Gradient;

    /// <summary>The value and the gradient of f, whose result has one element.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <exception cref="InvalidOperationException">The result has not one element.</exception>
    public static (Variable<T> Value, Variable<T> Gradient) ValueAndGradient<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        using ArrayPass<T> pass = new(point);
        Variable<T> value = RequireSingle(function(pass.Input));
        Variable<T> gradient = pass.Pull(value, Variable.Ones<T>(value.Shape.Lengths));
        return (pass.Result(value), pass.Result(gradient));
    }

    /// <summary>u' J for f with Jacobian J, in one sweep.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <param name="cotangent">u, in the shape of the result of f.</param>
    /// <returns>u' J, in the shape of the point.</returns>
    /// <exception cref="ShapeMismatchException">The cotangent has not the shape of the result.</exception>
    public static Variable<T> VectorJacobianProduct<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point, Variable<T> cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        using ArrayPass<T> pass = new(point);
        Variable<T> y = function(pass.Input);
        RequireShape(nameof(VectorJacobianProduct), cotangent, y.Shape, "the cotangent");
        return pass.Result(pass.Pull(y, cotangent));
    }

    /// <summary>J v for f with Jacobian J, in two sweeps: u' J is linear in u, and its derivative by u along v is J v.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <param name="direction">v, in the shape of the point.</param>
    /// <returns>J v, in the shape of the result of f.</returns>
    /// <exception cref="ShapeMismatchException">The direction has not the shape of the point.</exception>
    public static Variable<T> JacobianVectorProduct<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point, Variable<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        RequireShape(nameof(JacobianVectorProduct), direction, point.Shape, "the direction");
        using ArrayPass<T> pass = new(point);
        Variable<T> y = function(pass.Input);
        Variable<T> u = ArrayPass<T>.Tracked(y.Shape);
        return pass.Result(pass.Pull(pass.Pull(y, u, again: true), direction, u, again: false));
    }

    /// <summary>H v for f with Hessian H, whose result has one element: a sweep, and a sweep through that.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <param name="direction">v, in the shape of the point.</param>
    /// <returns>H v, in the shape of the point.</returns>
    /// <exception cref="ShapeMismatchException">The direction has not the shape of the point.</exception>
    /// <exception cref="InvalidOperationException">The result has not one element.</exception>
    public static Variable<T> HessianVectorProduct<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point, Variable<T> direction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        RequireShape(nameof(HessianVectorProduct), direction, point.Shape, "the direction");
        using ArrayPass<T> pass = new(point);
        Variable<T> value = RequireSingle(function(pass.Input));
        return pass.Result(pass.Pull(pass.Pull(value, Variable.Ones<T>(value.Shape.Lengths), again: true), direction));
    }

    /// <summary>The Jacobian of f: a sweep for each element of the result.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <returns>The derivatives of each result by each argument: first the axes of the result, then those of the point.</returns>
    public static Variable<T> Jacobian<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        using ArrayPass<T> pass = new(point);
        return Rows(pass, function(pass.Input));
    }

    /// <summary>The Hessian of f, whose result has one element: the Jacobian of its gradient.</summary>
    /// <param name="function">The function f.</param>
    /// <param name="point">Where.</param>
    /// <returns>The second derivatives: the axes of the point twice.</returns>
    /// <exception cref="InvalidOperationException">The result has not one element.</exception>
    public static Variable<T> Hessian<T>(Func<Variable<T>, Variable<T>> function, Variable<T> point)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(function);
        using ArrayPass<T> pass = new(point);
        Variable<T> value = RequireSingle(function(pass.Input));
        return Rows(pass, pass.Pull(value, Variable.Ones<T>(value.Shape.Lengths), again: true));
    }

    // One sweep for each element of y.
    private static Variable<T> Rows<T>(in ArrayPass<T> pass, Variable<T> y)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Shape shape = Shape.Of([.. y.Shape.Lengths, .. pass.Input.Shape.Lengths]);
        if (y.Length == 0) { return Variable.Zeros<T>(shape.Lengths); }
        Variable<T>[] rows = new Variable<T>[y.Length];
        T[] unit = new T[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            unit[row] = T.One;
            rows[row] = pass.Pull(y, Variable.Create<T>(unit, y.Shape.Lengths));
            unit[row] = T.Zero;
        }
        return pass.Result(Variable.Reshape(Variable.Stack(0, rows), shape));
    }

    private static Variable<T> RequireSingle<T>(Variable<T> value)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (value.Length != 1) { Throw.ResultNotSingle(value.Shape); }
        return value;
    }

    private static void RequireShape<T>(string driver, Variable<T> value, Shape expected, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!value.Shape.Equals(expected)) { Throw.ShapesDiffer(driver, value.Shape, expected, what); }
    }
}
