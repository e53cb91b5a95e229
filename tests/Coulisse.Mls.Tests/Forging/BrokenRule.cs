using Coulisse.Crypto.Codec;
using Coulisse.Mls.Errors;
using Coulisse.Mls.Tests.Group;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>One rule, how it is broken in a room of four, and what the second member has to say to it.</summary>
/// <param name="Name">What is wrong, as a sentence about the message.</param>
/// <param name="Section">Where RFC 9420 forbids it.</param>
/// <param name="Code">What it is refused with.</param>
/// <param name="Break">Makes the message of the first member, in a room where all is well.</param>
internal sealed record BrokenRule(string Name, string Section, MlsErrorCode Code, Func<Room, Opaque> Break)
{
    /// <summary>The same message with nothing wrong, which is accepted; null if the class has one for all its
    /// rows.</summary>
    internal Func<Room, Opaque>? Whole { get; init; }
}
