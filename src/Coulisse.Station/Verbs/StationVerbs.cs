using System.CommandLine;
using Coulisse.Terminal;

namespace Coulisse.Station.Verbs;

/// <summary>What the station's program can be told to do.</summary>
internal static class StationVerbs
{
    internal static Task<int> StartAsync(string[] arguments) =>
        Verb.StartAsync(Root(), arguments, "coulisse station");

    /// <summary>The folder that a verb is about.</summary>
    internal static Argument<string> Folder() => new("FOLDER")
    {
        Description = "The station's folder: its keys, its store, and the files of credence that people put there.",
    };

    private static RootCommand Root() => new(
        "A party's station: keeps the line to the other party's station, takes from its own desks what they sealed,\n"
        + "and hands on what comes. It cannot read a word.\n\n"
        + "  coulisse station new north --seal aldermark.pub --address https://north.example:8443\n"
        + "                        make keys and a request; the seal's keeper answers with: coulisse accredit\n"
        + "  coulisse station check north\n"
        + "                        what is in its folder, and what it still needs\n"
        + "  coulisse station run north\n"
        + "  coulisse station renew north\n"
        + "                        make its next keys, to be accredited; --use takes them up\n"
        + "  coulisse station evidence north --out evidence\n"
        + "                        why a line is frozen, and what shows it\n"
        + "  coulisse station add-line north veldra.letter …\n"
        + "                        put it on a further line, with another party\n\n"
        + "Exit codes: 0 done; 2 something cannot be read; 3 another seal's; 5 nothing written; 7 the port is taken;\n"
        + "64 not understood.")
    {
        NewVerb.Build(),
        CheckVerb.Build(),
        RenewVerb.Build(),
        EvidenceVerb.Build(),
        AddLineVerb.Build(),
        RunVerb.Build(),
    };
}
