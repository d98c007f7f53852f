using System.Runtime.CompilerServices;
using Autodiff;

namespace ScalarTape;

/// <summary>The Lorenz system by classical Runge-Kutta steps; the gradient is by the initial state and the three parameters.</summary>
internal sealed class Lorenz(int steps) : Workload("ode", [1, 1, 1, 10, 28, 8.0 / 3])
{
    private const double H = 1e-4;

    protected override double Value(ReadOnlySpan<double> p)
    {
        double x = p[0], y = p[1], z = p[2], s = p[3], r = p[4], b = p[5];
        for (int k = 0; k < steps; k++)
        {
            Slope(x, y, z, s, r, b, out double ax, out double ay, out double az);
            Slope(x + (H / 2 * ax), y + (H / 2 * ay), z + (H / 2 * az), s, r, b, out double bx, out double by, out double bz);
            Slope(x + (H / 2 * bx), y + (H / 2 * by), z + (H / 2 * bz), s, r, b, out double cx, out double cy, out double cz);
            Slope(x + (H * cx), y + (H * cy), z + (H * cz), s, r, b, out double dx, out double dy, out double dz);
            x += H / 6 * (ax + (2 * bx) + (2 * cx) + dx);
            y += H / 6 * (ay + (2 * by) + (2 * cy) + dy);
            z += H / 6 * (az + (2 * bz) + (2 * cz) + dz);
        }
        return x + y + z;
    }

    protected override Scalar<double> Value(ReadOnlySpan<Scalar<double>> p)
    {
        Scalar<double> x = p[0], y = p[1], z = p[2], s = p[3], r = p[4], b = p[5];
        for (int k = 0; k < steps; k++)
        {
            Slope(x, y, z, s, r, b, out var ax, out var ay, out var az);
            Slope(x + (H / 2 * ax), y + (H / 2 * ay), z + (H / 2 * az), s, r, b, out var bx, out var by, out var bz);
            Slope(x + (H / 2 * bx), y + (H / 2 * by), z + (H / 2 * bz), s, r, b, out var cx, out var cy, out var cz);
            Slope(x + (H * cx), y + (H * cy), z + (H * cz), s, r, b, out var dx, out var dy, out var dz);
            x += H / 6 * (ax + (2 * bx) + (2 * cx) + dx);
            y += H / 6 * (ay + (2 * by) + (2 * cy) + dy);
            z += H / 6 * (az + (2 * bz) + (2 * cz) + dz);
        }
        return x + y + z;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Slope<T>(T x, T y, T z, T s, T r, T b, out T dx, out T dy, out T dz)
        where T : System.Numerics.IFloatingPointIeee754<T>
    {
        dx = s * (y - x);
        dy = (x * (r - z)) - y;
        dz = (x * y) - (b * z);
    }
}
