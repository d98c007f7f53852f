using System.Numerics;
using Autodiff.Nn.Diagnostics;

namespace Autodiff.Nn;

/// <summary>Changes parameters along their gradients, a step at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Optimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Parameter<T>[] parameters;
    private readonly int[] steps;

    /// <summary>An optimizer of some parameters.</summary>
    /// <param name="parameters">What to change.</param>
    /// <param name="learningRate">The factor of a step.</param>
    /// <exception cref="ArgumentException">There are no parameters.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The learning rate is negative or not finite.</exception>
    protected Optimizer(IEnumerable<Parameter<T>> parameters, double learningRate)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        this.parameters = [.. parameters];
        if (this.parameters.Length == 0) { Throw.NoParameters(); }
        steps = new int[this.parameters.Length];
        LearningRate = learningRate;
    }

    /// <summary>What is changed.</summary>
    public IReadOnlyList<Parameter<T>> Parameters => parameters;

    /// <summary>The factor of a step; a schedule sets it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public double LearningRate
    {
        get;
        set
        {
            Require.NotNegative(value, nameof(LearningRate));
            field = value;
        }
    }

    /// <summary>
    /// One step with the gradients of the sweeps since the last one. They count as used then. Parameters whose gradient is not computed
    /// (<see cref="GradientRequest.Null"/>) stay as they are. If anything is wrong, nothing is changed.
    /// </summary>
    /// <param name="ignoreStale">Whether to leave parameters as they are that no sweep has written a gradient for, instead of refusing.</param>
    /// <exception cref="InvalidOperationException">
    /// The thread is recording, or no sweep has written the gradient of a parameter since the last step; the parameter is named.
    /// </exception>
    public void Step(bool ignoreStale = false)
    {
        if (Autograd.IsRecording) { Throw.StepWhileRecording(); }
        if (!ignoreStale) { RequireFresh(); }
        for (int i = 0; i < parameters.Length; i++)
        {
            if (!parameters[i].Value.HasFreshGradient) { continue; }
            steps[i]++;
            parameters[i].Value.Update((Optimizer: this, Index: i), static (values, at) => at.Optimizer.Advance(at.Index, values));
        }
    }

    /// <summary>Changes one parameter.</summary>
    /// <param name="index">Which one it is, from 0: the place of what is remembered of it.</param>
    /// <param name="step">How many steps it has had with this one, from 1.</param>
    /// <param name="values">Its elements, to be changed.</param>
    /// <param name="gradient">As many derivatives.</param>
    protected abstract void Advance(int index, int step, Span<T> values, ReadOnlySpan<T> gradient);

    /// <summary>A zero for every element of every parameter: memory for what an optimizer remembers.</summary>
    protected T[][] Zeros() => [.. parameters.Select(parameter => new T[parameter.Value.Length])];

    private void Advance(int index, Span<T> values) => Advance(index, steps[index], values, parameters[index].Value.TakeGradient());

    private void RequireFresh()
    {
        foreach (Parameter<T> parameter in parameters)
        {
            bool isTrained = parameter.Value.Request != GradientRequest.Null;
            if (isTrained && !parameter.Value.HasFreshGradient) { Throw.StaleGradient(parameter.Name, parameter.Value.Shape); }
        }
    }
}
