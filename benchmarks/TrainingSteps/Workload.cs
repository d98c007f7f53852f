namespace TrainingSteps;

/// <summary>A training step to time.</summary>
/// <param name="Name">The name under which it is reported.</param>
/// <param name="Samples">The examples in a step.</param>
/// <param name="Start">Builds model and data, and gives the step.</param>
internal sealed record Workload(string Name, int Samples, Func<Action> Start);
