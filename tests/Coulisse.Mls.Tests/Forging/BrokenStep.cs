using Coulisse.Mls.Errors;

namespace Coulisse.Mls.Tests.Forging;

/// <summary>A rule that a room of four at its beginning cannot break: it brings its own scene.</summary>
/// <param name="Name">What is wrong, as a sentence.</param>
/// <param name="Section">Where RFC 9420 forbids it.</param>
/// <param name="Code">What it is refused with.</param>
/// <param name="Refusals">Plays it, and gives every refusal that it met; there is at least one.</param>
internal sealed record BrokenStep(
    string Name, string Section, MlsErrorCode Code, Func<IReadOnlyList<MlsError>> Refusals);
