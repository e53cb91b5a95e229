using System.CommandLine;
using Coulisse.Terminal;

namespace Coulisse.Desk.Verbs;

/// <summary>What the desk's program can be told to do.</summary>
internal static class DeskVerbs
{
    private const string Teaches =
        "A delegate's desk: holds the keys and the archive, and is the one place where words are readable.\n\n"
        + "  coulisse desk new adviser --seal aldermark.pub     make it, with a passphrase of its own\n"
        + "  coulisse desk open adviser                         open it, and leave it open\n"
        + "  coulisse desk add-line adviser --as veldra …       put it on a further line, with another party\n"
        + "Then, in another terminal, in the desk's folder or with --desk FOLDER:\n"
        + "  coulisse line                                      is the line open, who is there?\n"
        + "  coulisse room open --with \"Defence\" --purpose \"…\" --excluded \"…\"\n"
        + "  coulisse room accept 3f       coulisse room consent 3f\n"
        + "  coulisse talk 3f              read along and write; a room is named by its first digits\n\n"
        + "Exit codes: 0 done; 2 something cannot be read; 5 nothing written; 6 the desk said no;\n"
        + "7 no desk is open there; 8 the vault stays closed; 64 not understood.";

    internal static Task<int> StartAsync(string[] arguments) =>
        Verb.StartAsync(Root(), arguments, IsOfTheDesk(arguments) ? "coulisse desk" : "coulisse");

    // The other verbs have short names: coulisse say.
    private static bool IsOfTheDesk(string[] arguments) =>
        arguments is [] or ["new" or "open" or "add-line" or "passphrase", ..] || arguments[0].StartsWith('-');

    private static RootCommand Root() => new(Teaches)
    {
        NewVerb.Build(),
        OpenVerb.Build(),
        AddLineVerb.Build(),
        PassphraseVerb.Build(),
        LineVerb.Build(),
        RoomVerbs.Build(),
        TalkVerb.Build(),
        SayVerb.Build(),
        ReadVerb.Build(),
        FollowVerb.Build(),
        QueryVerb.Build(),
        ReadBackVerb.Build(),
        TermVerb.Build(),
        RedLineVerb.Build(),
        CommitmentVerb.Build(),
        SituationVerb.Build(),
        CounterpartVerb.Build(),
        SignalVerb.Build(),
        ReleaseVerb.Build(),
        CaucusVerbs.Build(),
        RecordVerb.Build(),
        ExportVerb.Build(),
        ExportVerb.BuildList(),
        ConveyVerb.Build(),
        ConveyVerb.BuildList(),
        LeakVerb.Build(),
        ToldVerb.Build(),
        TalkStateVerb.Build(),
    };
}
