using System.Numerics;

namespace Autodiff.Tests.Errors;

/// <summary>Recorded arrays that can be read no longer, or not here.</summary>
internal static class GoneArrays<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>One whose memory the thread's next recording has used again.</summary>
    public static Variable<T> Recycled
    {
        get
        {
            Variable<T> gone = default;
            Thread thread = new(() =>
            {
                gone = Recorded();
                using (Autograd.Record()) { Recorded(); }
            });
            thread.Start();
            thread.Join();
            return gone;
        }
    }

    /// <summary>One of a recording that another thread has open.</summary>
    public static Variable<T> OfAnotherThread
    {
        get
        {
            Variable<T> far = default;
            Thread thread = new(() => far = Recorded());
            thread.Start();
            thread.Join();
            return far;
        }
    }

    private static Variable<T> Recorded()
    {
        using (Autograd.Record()) { return Variable.Tanh(Variable.Ones<T>(2, 3).AttachGradient()); }
    }
}
