using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Coulisse.Crypto.Secrets;

namespace Coulisse.Mls.Tests;

/// <summary>
/// Looks at a secret's own memory, which is pinned, after the secret was disposed; keeps the secret alive.
/// </summary>
public sealed unsafe class Memory
{
    private readonly SecretBytes owner;
    private readonly byte* start;

    public Memory(SecretBytes secret)
    {
        owner = secret;
        start = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(secret.Reveal()));
    }

    public bool IsZero
    {
        get
        {
            var zero = !new ReadOnlySpan<byte>(start, owner.Length).ContainsAnyExcept((byte)0);
            GC.KeepAlive(owner);
            return zero;
        }
    }
}
