using System.Collections.Concurrent;

namespace Autodiff.Recording;

/// <summary>Lends an object to a thread for as long as the thread lives; then it waits for another one.</summary>
internal sealed class Lease<TItem>
    where TItem : class, new()
{
    private static readonly ConcurrentBag<TItem> Waiting = [];

    internal TItem Item { get; } = Waiting.TryTake(out TItem? item) ? item : new();

    // A lease is held in a thread-static field, so it becomes garbage when its thread ends.
    ~Lease()
    {
        if (Item is not null) { Waiting.Add(Item); }
    }
}
