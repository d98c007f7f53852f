using Autodiff.Kernels;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests.Kernels;

/// <summary>Products of matrices that are parts of larger arrays.</summary>
public sealed class BatchedProductTests
{
    [Fact]
    public void Operands_of_any_layout_agree_with_the_plain_loop()
    {
        Random random = new(61);
        for (int trial = 0; trial < 200; trial++)
        {
            int batch = random.Next(1, 4), rows = random.Next(1, 8), inner = random.Next(0, 8), columns = random.Next(1, 8);
            Shape shapeA = Shape.Of(random.Next(2) == 0 ? 1 : batch, rows, inner), shapeB = Shape.Of(batch, inner, columns);
            Elements<double> a = Arrangement.Random(random, shapeA, mayOverlap: true, () => Arrangement.Integer<double>(random));
            Elements<double> b = Arrangement.Random(random, shapeB, mayOverlap: true, () => Arrangement.Integer<double>(random));
            double[] x = Arrangement.Values(a), y = Arrangement.Values(b), c = [.. Enumerable.Repeat(1.0, batch * rows * columns)];
            bool accumulate = random.Next(2) == 0;
            BatchedProduct.Multiply(a, b, Arrangement.Dense(Shape.Of(batch, rows, columns), c), accumulate);
            for (int i = 0; i < c.Length; i++)
            {
                int which = i / (rows * columns), row = i / columns % rows, column = i % columns, of = shapeA[0] == 1 ? 0 : which;
                double sum = Enumerable.Range(0, inner)
                    .Sum(k => x[(((of * rows) + row) * inner) + k] * y[(((which * inner) + k) * columns) + column]);
                Assert.Equal(sum + (accumulate ? 1 : 0), c[i]);
            }
        }
    }

    [Fact]
    public void A_steady_product_of_flipped_matrices_allocates_no_array()
    {
        Variable<double> a = Normal<double>([64, 64], new Random(1)).AttachGradient(), b = Normal<double>([64, 64], new Random(2));
        for (int i = 0; i < 5; i++) { Step(); }
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++) { Step(); }
        long perStep = (GC.GetAllocatedBytesForCurrentThread() - before) / 20;
        Assert.True(perStep == 0, $"{perStep} bytes a step");

        void Step()
        {
            using (Autograd.Record()) { Sum(MatMul(Flip(a, 0), b) + MatMul(b, Flip(a, 0, 1))).Backward(); }
        }
    }
}
