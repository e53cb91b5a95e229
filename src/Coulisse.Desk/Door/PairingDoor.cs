using System.Diagnostics;
using System.Text;
using Coulisse.Terminal;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Pairings;

namespace Coulisse.Desk.Door;

/// <summary>Letters in and out of a desk, and the comparison by voice. It recognises nobody: that is the seal's, which
/// is not here.</summary>
internal sealed class PairingDoor(LineAtDesk of, LineFolder folder)
{
    private const string DigitsName = "pairing.Digits";
    private const string LetterName = "pairing.NoLetter";

    private readonly DeskIdentity identity = of.Identity;
    private readonly LineCredence line = of.Credence;

    /// <summary>Our newest letter, to be handed over.</summary>
    internal async Task OursAsync(HttpContext context)
    {
        var letter = line.OwnLetters[^1];
        await DoorServer.WriteAsync(context, new($"{Stem(letter)}.letter",
            Encoding.UTF8.GetString(CredenceFile.Write(letter))), DoorJson.Default.LetterAnswer);
    }

    /// <summary>The same as texts for codes that a camera reads.</summary>
    internal async Task CodesAsync(HttpContext context) => await DoorServer.WriteAsync(context,
        new(LetterCodes.Split(line.OwnLetters[^1])), DoorJson.Default.LetterCodesAnswer);

    /// <summary>Puts a letter together of codes that were read; nothing is believed of it yet.</summary>
    internal static async Task JoinAsync(HttpContext context)
    {
        var asked = await DoorServer.QuestionAsync(context, DoorJson.Default.LetterCodesAnswer);
        var joined = LetterCodes.Join(asked?.Texts is { } texts && !texts.Contains(null!) ? texts : []);
        await DoorServer.WriteAsync(context, joined switch
        {
            LetterJoining.Whole whole => new(0, [], Encoding.UTF8.GetString(CredenceFile.Write(whole.Letter))),
            LetterJoining.Partial partial => new(partial.Total, partial.Missing, null),
            LetterJoining.Refused refused => throw new Refusal(ExitCode.NotReadable, WordsOf(refused.Why),
                $"pairing.Code{refused.Why}"),
            _ => throw new UnreachableException(),
        }, DoorJson.Default.JoinedLetterAnswer);
    }

    private static string WordsOf(LetterCodesRefusal why) => why switch
    {
        LetterCodesRefusal.Unrelated => "That is no code of a letter of credence.",
        LetterCodesRefusal.OtherVersion => "That code was made by another version of Coulisse. Take the letter as a "
            + "file.",
        LetterCodesRefusal.OtherLetter => "That code is of another letter. Those that were read before are kept; begin "
            + "again if they are of the wrong one.",
        LetterCodesRefusal.Damaged => "These codes make no whole letter: one was changed. Begin again, or take the "
            + "letter as a file.",
        _ => throw new UnreachableException(),
    };

    /// <summary>Looks at a letter that was given.</summary>
    internal async Task LookAsync(HttpContext context)
    {
        var letter = await LetterAsync(context);
        await DoorServer.WriteAsync(context, new(letter.By.Party, letter.Number, StandingOf(letter)),
            DoorJson.Default.GivenLetterAnswer);
    }

    /// <summary>Puts a newer letter of the recognised seal into the desk's folder, where the desk reads it when it is
    /// opened.</summary>
    internal async Task KeepAsync(HttpContext context)
    {
        var letter = await LetterAsync(context);
        if (StandingOf(letter) is not "Newer")
            throw new Refusal(ExitCode.SaidNo, "Only a newer letter of the seal that is recognised is kept.",
                "pairing.NotNewer");
        OutputFile.Write(Path.Combine(folder.Files.Path, $"{Stem(letter)}.letter"), CredenceFile.Write(letter));
        await DoorServer.WriteAsync(context, new(letter.By.Party, letter.Number, "Kept"),
            DoorJson.Default.GivenLetterAnswer);
    }

    /// <summary>Whether what was heard is the fingerprint of a seal.</summary>
    internal async Task CompareAsync(HttpContext context)
    {
        var asked = await DoorServer.QuestionAsync(context, DoorJson.Default.CompareQuestion);
        if (asked?.Digits is null || SealFingerprint.Parse(asked.Digits) is not { } heard)
            throw new Refusal(ExitCode.Usage, $"Type {SealFingerprint.DigitCount} digits, in groups or not.",
                DigitsName);
        var seal = asked.Letter is { } text ? Read(Encoding.UTF8.GetBytes(text)).By : identity.Seals.Other!;
        await DoorServer.WriteAsync(context, new(seal.Party, SealFingerprint.Of(seal.Seal) == heard,
            heard.ToString()), DoorJson.Default.ComparedAnswer);
    }

    private string StandingOf(Sealed<Letter> letter) => letter.By switch
    {
        var by when by == identity.Seals.Own => "Own",
        var by when by.Party == identity.Seals.Own.Party => "OwnName",
        var by when by == identity.Seals.Other => letter.Number > line.OtherLetters[^1].Number ? "Newer"
            : letter.Number == line.OtherLetters[^1].Number ? "Same" : "Older",
        var by when by.Party == identity.Seals.Other!.Party => "AnotherSeal",
        _ => "ThirdParty",
    };

    private static async Task<Sealed<Letter>> LetterAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return Read(body.ToArray());
    }

    private static Sealed<Letter> Read(byte[] file) => CredenceFile.Read<Sealed<Letter>>(file) is
        CredenceReading<Sealed<Letter>>.Whole whole ? whole.Value
        : throw new Refusal(ExitCode.NotReadable, "That is no letter of credence, or it was changed on its way. Get it "
            + "again, as a file.", LetterName);

    // A party's name may hold anything; a file's may not.
    private static string Stem(Sealed<Letter> letter) =>
        string.Concat(letter.By.Party.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(32))
        + $"-{letter.Number}";
}
