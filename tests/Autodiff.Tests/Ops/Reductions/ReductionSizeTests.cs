using Xunit;

namespace Autodiff.Tests.Ops.Reductions;

/// <summary>The loops over whole lanes and what is left of them: sizes that the small samples of the table do not reach.</summary>
public sealed class ReductionSizeTests
{
    public static TheoryData<string> Names =>
        ["Sum", "Mean", "Max", "Min", "LogSumExp", "Norm", "Variance", "Softmax", "LogSoftmax", "CumulativeSum", "CumulativeProduct"];

    public static TheoryData<string> Folds => ["Sum", "Mean", "Product", "Max", "LogSumExp", "Norm", "Variance"];

    private static IArrayFunction Of(string name, int axis) => name switch
    {
        "Sum" => new ArrayFunctions.Sum([axis]),
        "Mean" => new ArrayFunctions.Mean([axis]),
        "Max" => new ArrayFunctions.Max([axis]),
        "Min" => new ArrayFunctions.Min([axis]),
        "LogSumExp" => new ArrayFunctions.LogSumExp([axis]),
        "Norm" => new ArrayFunctions.Norm(2, [axis]),
        "Variance" => new ArrayFunctions.Variance(0, [axis]),
        "Softmax" => new ArrayFunctions.Softmax(axis),
        "LogSoftmax" => new ArrayFunctions.LogSoftmax(axis),
        "CumulativeSum" => new ArrayFunctions.CumulativeSum(axis),
        _ => new ArrayFunctions.CumulativeProduct(axis),
    };

    // Many equal elements among them, so that extrema are shared.
    private static Grid Sample(params int[] shape)
    {
        Random random = new(3);
        return Grid.Of(shape, _ => 0.75 + (random.Next(64) / 128.0));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sweep_equals_the_recorded_one_at_any_length_and_along_any_axis(string name)
    {
        foreach (int[] shape in new int[][] { [3, 37], [37, 3], [2, 5, 19], [70, 33], [1, 65] })
        {
            for (int axis = 0; axis < shape.Length; axis++)
            {
                Grid x = Sample(shape);
                ArrayCall call = new(Of(name, axis), x => x[0]);
                Grid u = ArraySweeps.Weights(call.Function.Value<double>(x).Shape, 2);
                Grid direct = call.Gradients<double>([x], u)[0]!, narrow = call.Gradients<float>([x], u)[0]!;

                // The composition that a second derivative needs, differentiated by the cotangent: the same linear map, transposed.
                Grid direction = ArraySweeps.Weights(shape, 4);
                Grid pushed = call.Pushed([x], u, [direction]);
                double pulled = ArraySweeps.Dot(direct, direction);
                string where = $"{name} along axis {axis} of [{string.Join(", ", shape)}]";
                Assert.True(Math.Abs(ArraySweeps.Dot(pushed, u) - pulled) <= 1e-10 * Math.Max(1, Math.Abs(pulled)), where);
                double worst = direct.Values.Zip(narrow.Values, (a, b) => Math.Abs(a - b) / Math.Max(1, Math.Abs(a))).Max();
                Assert.True(worst <= 1e-4, $"{where}: single precision is off by {worst}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Folds))]
    public void No_elements_have_a_gradient_also_where_the_reduced_lengths_multiply_to_more_than_an_array_holds(string name)
    {
        Variable<double> x = Variable.Zeros<double>(0, 50_000, 50_000).AttachGradient();
        using (Autograd.Record())
        {
            Variable<double> y = name switch
            {
                "Sum" => Variable.Sum(x, 1, 2),
                "Mean" => Variable.Mean(x, 1, 2),
                "Product" => Variable.Product(x, 1, 2),
                "Max" => Variable.Max(x, 1, 2),
                "LogSumExp" => Variable.LogSumExp(x, 1, 2),
                "Norm" => Variable.Norm(x, 3, 1, 2),
                _ => Variable.Variance(x, 1, 2),
            };
            Assert.Equal(Shape.Of(0), y.Shape);
            Variable.Sum(y).Backward();
        }
        Assert.Equal(x.Shape, x.Gradient.Shape);
    }

    [Fact]
    public void A_product_of_all_but_one_needs_no_division_at_any_length()
    {
        Grid x = Sample(40);
        x.Values[17] = 0;
        Grid gradient = new ArrayCall(new ArrayFunctions.Product([]), x => x[0]).Gradients<double>([x], Grid.Of(1))[0]!;
        double others = x.Values.Where((_, i) => i != 17).Aggregate(1.0, (product, value) => product * value);
        for (int i = 0; i < 40; i++) { Assert.Equal(i == 17 ? others : 0, gradient.Values[i], 1e-14 * others); }
    }
}
