namespace Autodiff.Kernels;

/// <summary>The part of a window that lies on elements, along one axis.</summary>
/// <param name="First">The first place.</param>
/// <param name="Count">How many there are; none where the window meets padding alone.</param>
/// <param name="Spanned">How many there are together with those on the padding.</param>
internal readonly record struct Window(int First, int Count, int Spanned);
