using System.Globalization;
using Coulisse.Wire.Credence;

namespace Coulisse.Cli;

/// <summary>What a seal signed, in a few lines: the same lines as its file's head.</summary>
internal static class CredenceFacts
{
    internal static IEnumerable<(string Name, string Value)> Of<T>(Sealed<T> signed)
        where T : ISealContent<T> =>
        signed.Head().Select(line => line.Split(": ", 2)).Select(parts => (parts[0], parts[1]));

    internal static string Number(ulong number) => number.ToString(CultureInfo.InvariantCulture);
}
