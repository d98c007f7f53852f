using System.Numerics.Tensors;
using Xunit;
using static Autodiff.Variable;

namespace Autodiff.Tests;

public sealed class VariableTensorsTests
{
    private static Variable<double> Counted(params int[] shape) => Sequence<double>(Shape.Of(shape).ElementCount).Reshape(shape);

    private static double[] Flat(ReadOnlyTensorSpan<double> tensor)
    {
        double[] values = new double[tensor.FlattenedLength];
        tensor.FlattenTo(values);
        return values;
    }

    [Fact]
    public void A_tensor_comes_in_and_goes_out_as_it_is()
    {
        Tensor<double> tensor = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [2, 3]);
        Variable<double> x = Create(tensor);
        Assert.Equal(Shape.Of(2, 3), x.Shape);
        Tensor<double> back = x.ToTensor();
        Assert.Equal(tensor.Lengths, back.Lengths);
        Assert.Equal([1, 2, 3, 4, 5, 6], Flat(back));
    }

    [Fact]
    public void A_tensor_comes_in_as_a_copy_also_from_strides()
    {
        Tensor<double> tensor = Tensor.Create<double>([1, 2, 3, 4, 5, 6], [2, 3]);
        Variable<double> transposed = Create<double>(Tensor.PermuteDimensions(tensor, [1, 0])), part = Create(tensor.AsReadOnlyTensorSpan()[.., 1..]);
        tensor[0, 1] = 9;
        Assert.Equal([1, 4, 2, 5, 3, 6], transposed.ToArray());
        Assert.Equal([2, 3, 5, 6], part.ToArray());
    }

    [Fact]
    public void A_tensor_span_shows_the_memory_with_its_strides()
    {
        Variable<double> x = Counted(2, 3);
        Assert.Equal([0, 3, 1, 4, 2, 5], Flat(x.Transpose().AsReadOnlyTensorSpan()));
        Assert.Equal([1, 4], Flat(x[.., 1..2].AsReadOnlyTensorSpan()));
        Assert.Equal([0, 1, 2, 0, 1, 2], Flat(Expand(x[0], 2, 3).AsReadOnlyTensorSpan()));
        Assert.Equal([4], Flat(x[1, 1].AsReadOnlyTensorSpan()));
        Assert.Equal([2, 4], Flat(Counted(3, 2, 1)[1.., 0].AsReadOnlyTensorSpan()));
        ReadOnlyTensorSpan<double> span = x.AsReadOnlyTensorSpan();
        x.Update([9, 8, 7, 6, 5, 4]);
        Assert.Equal(4, span[1, 2]);
    }

    [Fact]
    public void Empty_values_and_single_elements_are_tensors_too()
    {
        Assert.Equal(0, Zeros<double>(0, 3).AsReadOnlyTensorSpan().FlattenedLength);
        Assert.Equal(2, Zeros<double>(0, 3).ToTensor().Rank);
        Assert.Equal([7], Flat(Full([], 7.0).ToTensor()));
        Assert.Equal([7], Flat(Full([], 7.0).AsReadOnlyTensorSpan()));
        Assert.Equal(Shape.Of(0, 3), Create(Zeros<double>(0, 3).ToTensor()).Shape);
        Variable<double> x = Counted(3).AttachGradient(), kept;
        using (Autograd.Record()) { kept = Sum(x); }
        using (Autograd.Record()) { Assert.Equal([3], Flat(kept.AsReadOnlyTensorSpan())); }
    }

    [Fact]
    public void A_view_that_goes_backward_is_no_tensor_span()
    {
        Variable<double> x = Flip(Counted(2, 3), 1);
        var error = Assert.Throws<NotSupportedException>(() => x.AsReadOnlyTensorSpan().Rank);
        Assert.Contains("axis 1", error.Message, StringComparison.Ordinal);
        Assert.Equal([2, 1, 0, 5, 4, 3], Flat(x.ToTensor()));
    }
}
