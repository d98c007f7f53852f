using Autodiff.Ops;
using Autodiff.Recording;

namespace Autodiff;

/// <content>Operators, element by element; shapes broadcast.</content>
public readonly partial struct Variable<T>
{
    /// <summary>A value without axes.</summary>
    public static implicit operator Variable<T>(T value)
    {
        Recording<T> recording = Recording<T>.Current;
        return recording.Handle(recording.Constant(value, Shape.Scalar));
    }

    /// <summary>The sum, element by element.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> operator +(Variable<T> left, Variable<T> right) => BinaryOperation<Add, T>.Apply(default, left, right);

    /// <summary>The difference, element by element.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> operator -(Variable<T> left, Variable<T> right) => BinaryOperation<Subtract, T>.Apply(default, left, right);

    /// <summary>The product, element by element; <see cref="Variable.MatMul"/> is that of matrices.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> operator *(Variable<T> left, Variable<T> right) => BinaryOperation<Multiply, T>.Apply(default, left, right);

    /// <summary>The quotient, element by element.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> operator /(Variable<T> left, Variable<T> right) => BinaryOperation<Divide, T>.Apply(default, left, right);

    /// <summary>The remainder with the sign of the dividend, element by element.</summary>
    /// <exception cref="ShapeMismatchException">The shapes do not broadcast.</exception>
    public static Variable<T> operator %(Variable<T> left, Variable<T> right) => BinaryOperation<Remainder, T>.Apply(default, left, right);

    /// <summary>The negative, element by element.</summary>
    public static Variable<T> operator -(Variable<T> x) => UnaryOperation<Negate, T>.Apply(default, x);

    /// <summary>1 where left &gt; right, else 0: a mask for <see cref="Variable.Where"/>. Not differentiable.</summary>
    public static Variable<T> operator >(Variable<T> left, Variable<T> right) => BinaryOperation<Greater, T>.Apply(default, left, right);

    /// <summary>1 where left &lt; right, else 0: a mask for <see cref="Variable.Where"/>. Not differentiable.</summary>
    public static Variable<T> operator <(Variable<T> left, Variable<T> right) => BinaryOperation<Less, T>.Apply(default, left, right);

    /// <summary>1 where left ≥ right, else 0: a mask for <see cref="Variable.Where"/>. Not differentiable.</summary>
    public static Variable<T> operator >=(Variable<T> left, Variable<T> right) => BinaryOperation<GreaterOrEqual, T>.Apply(default, left, right);

    /// <summary>1 where left ≤ right, else 0: a mask for <see cref="Variable.Where"/>. Not differentiable.</summary>
    public static Variable<T> operator <=(Variable<T> left, Variable<T> right) => BinaryOperation<LessOrEqual, T>.Apply(default, left, right);
}
