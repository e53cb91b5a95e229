using Coulisse.Wire.Accreditations;
using Coulisse.Wire.Credence;

namespace Coulisse.Desk.Rooms;

/// <summary>A mandate as a seal signs it, as talks know it.</summary>
internal static class TalkMandates
{
    internal static Talks.Parties.Mandate Of(Sealed<Accreditation> desk) => desk.Content.Mandate switch
    {
        Mandate.Principal => Talks.Parties.Mandate.Principal,
        Mandate.DutyOfficer => Talks.Parties.Mandate.DutyOfficer,
        Mandate.Interpreter => Talks.Parties.Mandate.Interpreter,
        Mandate.Scribe => Talks.Parties.Mandate.Scribe,
        Mandate.Observer => Talks.Parties.Mandate.Observer,
        Mandate.Mediator => Talks.Parties.Mandate.Mediator,
        _ => Talks.Parties.Mandate.None,
    };
}
