using System.Text;
using System.Text.Json;
using Coulisse.Crypto.Passphrases;
using Coulisse.Fuzz.Mutations;
using Coulisse.Signals.Accounts;
using Coulisse.Signals.Accounts.Names;
using Coulisse.Signals.Items;
using Coulisse.Languages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads;
using Coulisse.Signals.Translations;

namespace Coulisse.Fuzz.Targets;

/// <summary>Headers, form fields, query words, answers of servers, and files beside the page.</summary>
internal static class PageTargets
{
    private const string Tag = "\"00112233445566778899aabb\"";
    private static readonly InterfaceLanguages Languages = InterfaceLanguages.Load(InterfaceLanguages.DefaultFolder);

    public static IEnumerable<FuzzTarget> All() =>
    [
        Text("accept-language", ["fr-CA,fr;q=0.8,en;q=0.5,*;q=0.1", "ar"], input =>
            Answer.If(Languages.Negotiate(input) is not null)),
        Text("if-none-match", [Tag, "W/\"a\", " + Tag, "*"], input => Answer.If(EntityTag.IsAmong(input, Tag))),
        Text("return-address", ["/en/4/a-quiet-line?sort=new#c17", "/"], Address),
        Text("language-tag", ["sr-Latn-RS", "fr"], input => LanguageTag.Parse(input) is not { } tag ? Answer.No
            : Same(LanguageTag.Parse(tag.Value) == tag)),
        Text("quoted-place", ["c:17", "p:fr:3:2"], input => QuotedPlace.Read(input) is not { } place ? Answer.No
            : Same(QuotedPlace.Read(place.ToString()) == place)),
        Text("submission", ["00112233445566778899aabbccddeeff"], input => SubmissionId.Read(input) is not { } id
            ? Answer.No : Same(id.Value == input)),
        Text("display-name", ["Tessaly O'Reach-Vale", "Анна Кот"], Name),
        Text("recovery-code", ["abcd-efgh-ijkm-nopq"], input => Same(RecoveryCode.Normal(RecoveryCode.Normal(input))
            == RecoveryCode.Normal(input))),
        Text("passphrase-kept", [StoredHash()], input => Answer.If(!PassphraseHash.NeedsRehash(input,
            Argon2Parameters.Account))),
        new("language-file", InputForm.Json, Root.All("src/Coulisse.Signals/Languages/Phrases", "en.json"), Language)
        {
            AllocatedFloor = 4 << 20,
            Words = ["null", "{}", "\"one\":\"n = 1\",", "{count}", "{", "}", "n % 10 = 1..4 and n % 100 != 11"],
        },
        new("translator-answer", InputForm.Json, ["{\"translatedText\":\"La ligne \\u2013 ouverte\"}"u8.ToArray()],
            input => Answer.If(MachineTranslation.WordsIn(input) is not null))
        {
            Words = ["null", "[[[[[[[[[[", "\"translatedText\":7,", "\"\\ud800\"", "{\"a\":"],
        },
    ];

    private static FuzzTarget Text(string name, string[] seeds, Func<string, Answer> read) => new(name, InputForm.Lines,
        [.. seeds.Select(Encoding.UTF8.GetBytes)], input => read(Typed.Of(input)));

    private static Answer Same(bool same) => same ? Answer.Yes
        : new Answer.Broken("What was taken is not taken as the same again.");

    private static Answer Address(string input) => LocalAddress.OrHome(input) switch
    {
        ['/', '/' or '\\', ..] => new Answer.Broken("It leads to another host."),
        ['/', .. var rest] when !rest.Any(one => char.IsControl(one) || one == '\\') => Answer.Yes,
        var other => new Answer.Broken("It leads away: " + other),
    };

    private static Answer Name(string input) => DisplayName.Check(input, "Editor") switch
    {
        DisplayNameVerdict.Accepted taken => Same(DisplayName.Check(taken.Name.Text, "Editor")
            is DisplayNameVerdict.Accepted again && again.Name.Text == taken.Name.Text),
        _ => Answer.No,
    };

    private static Answer Language(byte[] input)
    {
        var reader = new LanguageReader("en.json");
        var read = reader.Read(input);
        return (read is null) == (reader.Problems.Count > 0) ? Answer.If(read is not null)
            : new Answer.Broken("It is neither taken nor refused with a sentence.");
    }

    private static string StoredHash()
    {
        using var passphrase = Passphrase.From("nine lamps beside the quay");
        return PassphraseHash.Create(passphrase!, Argon2Parameters.Account, new SeededRandom(8));
    }
}
