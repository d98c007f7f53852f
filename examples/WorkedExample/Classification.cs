using Autodiff.Nn;

namespace WorkedExample;

/// <summary>A network that has learned to tell two classes of points in the plane apart.</summary>
/// <param name="Model">From points, [n, 2], to the logits of the second class, [n, 1].</param>
/// <param name="Points">The points it was trained on: x, y, x, y, ...</param>
/// <param name="Classes">0 or 1 for each point.</param>
internal sealed record Classification(Module<double> Model, double[] Points, double[] Classes);
