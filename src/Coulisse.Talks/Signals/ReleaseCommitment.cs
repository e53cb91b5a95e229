using System.Security.Cryptography;
using System.Text;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Signals;

/// <summary>What binds a side to a text that it does not show yet.</summary>
public static class ReleaseCommitment
{
    /// <summary>SHA-256 of the salt and the text in UTF-8. The salt is random and 32 bytes, so that a short text
    /// cannot be
    /// guessed from it.</summary>
    public static Octets Of(Octets salt, string text) =>
        Octets.CopyOf(SHA256.HashData([.. salt.Span, .. Encoding.UTF8.GetBytes(text)]));
}
