using System.Numerics;

namespace Autodiff.Kernels;

/// <summary>How many elements of a lane stand in memory, as a type: a loop over whole lanes has no trace of the question.</summary>
internal interface ILaneAccess<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Loads the elements that stand in memory; others are 1.</summary>
    R Load(ref readonly T source);

    /// <summary>Stores those elements.</summary>
    void Store(R lane, ref T target);
}

/// <summary>All elements.</summary>
internal readonly struct WholeLane<R, T> : ILaneAccess<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public R Load(ref readonly T source) => R.Load(in source);

    [MethodImpl(AggressiveInlining)]
    public void Store(R lane, ref T target) => R.Store(lane, ref target);
}

/// <summary>The first elements.</summary>
internal readonly struct FirstOfLane<R, T>(int count) : ILaneAccess<R, T>
    where R : struct, ILane<R, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int count = count;

    [MethodImpl(AggressiveInlining)]
    public R Load(ref readonly T source) => R.Load(in source, count);

    [MethodImpl(AggressiveInlining)]
    public void Store(R lane, ref T target) => R.Store(lane, ref target, count);
}
