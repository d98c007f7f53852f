namespace Autodiff.Kernels;

/// <summary>The real cube root to within 1 ulp; Math.Cbrt is off by up to 4, which 1/(3y²) would double.</summary>
internal static class CubeRoot
{
    private const double Small = 1e-280;
    private const double ScaleCubed = 5846006549323611672814739330865132078623730171904.0;
    private const double InverseScale = 1.0 / 18014398509481984.0;

    internal static double Evaluate(double x)
    {
        // The residual below is no larger than an ulp of x, which a denormal x would round.
        if (Math.Abs(x) < Small && x != 0.0) { return Evaluate(x * ScaleCubed) * InverseScale; }
        double root = Math.Cbrt(x);
        if (root == 0.0 || !double.IsFinite(root)) { return root; }

        // One step of Newton's method. The residual root³ - x cancels, so it is computed from square + low = root² exactly.
        double square = root * root, low = Math.FusedMultiplyAdd(root, root, -square);
        double residual = Math.FusedMultiplyAdd(square, root, -x) + (low * root);
        return root - (residual / (3.0 * square));
    }
}
