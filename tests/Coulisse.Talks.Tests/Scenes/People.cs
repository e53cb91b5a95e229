using Coulisse.Talks.Parties;

namespace Coulisse.Talks.Tests.Scenes;

/// <summary>Delegates of two invented states: Aldermark, which is A, and Brenholm, which is B.</summary>
internal static class People
{
    internal static readonly Person Adviser = new(new(0xa1), Side.A, "national security adviser", Mandate.Principal);
    internal static readonly Person DutyOfficer = new(new(0xa2), Side.A, "duty officer", Mandate.DutyOfficer);
    internal static readonly Person Interpreter = new(new(0xa3), Side.A, "interpreter", Mandate.Interpreter);
    internal static readonly Person Observer = new(new(0xa4), Side.A, "deputy minister", Mandate.Observer);
    internal static readonly Person Secretary = new(new(0xb1), Side.B, "secretary of the council", Mandate.Principal);
    internal static readonly Person Aide = new(new(0xb2), Side.B, "aide to the president", Mandate.DutyOfficer);
    internal static readonly Person TheirInterpreter = new(new(0xb3), Side.B, "interpreter", Mandate.Interpreter);
    internal static readonly Person TheirScribe = new(new(0xb4), Side.B, "scribe", Mandate.Scribe);

    internal static readonly Person[] All =
    [
        Adviser, DutyOfficer, Interpreter, Observer, Secretary, Aide, TheirInterpreter, TheirScribe,
    ];
}
