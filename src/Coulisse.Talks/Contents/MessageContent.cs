using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;

namespace Coulisse.Talks.Contents;

/// <summary>
/// What a message says: words in one or several languages, or an act beside its words. It is MIMI content, so that
/// another program can read the words without knowing our acts.
/// </summary>
/// <param name="Salt">Sixteen random bytes, from outside.</param>
/// <param name="Replaces">Kept and shown; here nobody unsays, so nothing is replaced by it.</param>
/// <param name="Topic">Kept.</param>
/// <param name="Expires">Kept and shown.</param>
/// <param name="InReplyTo">The message that this one answers.</param>
/// <param name="Extensions">The extension fields, encoded, as they came.</param>
/// <param name="Body">The parts.</param>
public sealed record MessageContent(Octets Salt, MessageId? Replaces, Octets Topic, Expiry? Expires,
    MessageId? InReplyTo, Octets Extensions, Part Body)
{
    /// <summary>An empty map: no extension fields.</summary>
    internal static readonly Octets NoExtensions = Octets.CopyOf([0xa0]);

    /// <summary>Words alone, in one or several languages side by side.</summary>
    public static MessageContent Of(Octets salt, ImmutableArray<Wording> words, MessageId? inReplyTo = null) =>
        new(salt, null, Octets.Empty, null, inReplyTo, NoExtensions, WordsPart(words));

    /// <summary>An act, beside words for whoever cannot read it.</summary>
    public static MessageContent Of(Octets salt, TalkAct act, ImmutableArray<Wording> words,
        MessageId? inReplyTo = null) =>
        new(salt, null, Octets.Empty, null, inReplyTo, NoExtensions, new Part.Several(Part.Render, "",
            Semantics.ChooseOne,
            [new Part.Here(Part.Render, "", ContentTypes.Act, Octets.CopyOf(ActBytes.Write(act))), WordsPart(words)]));

    /// <summary>The act, if there is exactly one and it was understood to the last field; else null.</summary>
    public TalkAct? Act { get; } = ActIn(Body);

    /// <summary>The words, one for each language they are in, in the author's order.</summary>
    public ImmutableArray<Wording> Words => [.. Body.All().OfType<Part.Here>().Where(IsWords)
        .Select(part => new Wording(part.Language, Encoding.UTF8.GetString(part.Content.Span)))];

    /// <summary>Everything that a person wrote: the words, and of an act what stands in its fields in every
    /// language.</summary>
    public IEnumerable<string> Texts => Words.Concat(Act is { } act ? ActWordings.Of(act).SelectMany(one => one) : [])
        .Select(one => one.Text).Distinct();

    /// <summary>The content types of what is here and was not understood: to be named beside the words.</summary>
    public ImmutableArray<string> NotUnderstood =>
    [
        .. Body.All().Select(part => part switch
        {
            Part.Here here when IsPlain(here) => null,
            Part.Here { ContentType: ContentTypes.Act } when Act is not null => null,
            Part.Here here => here.ContentType,
            Part.Elsewhere elsewhere => elsewhere.ContentType,
            _ => null,
        }).OfType<string>(),
    ];

    /// <summary>The words in this language, or null.</summary>
    public string? WordsIn(string language) =>
        Words.FirstOrDefault(words => LanguageTag.AreSame(words.Language, language))?.Text;

    private static TalkAct? ActIn(Part body) =>
        body.All().OfType<Part.Here>().Where(part => part.ContentType == ContentTypes.Act).ToArray() is [var one]
            ? ActBytes.Read(one.Content.Span) : null;

    // RFC 2046 §4.1.4: a text of a kind that is not known is shown as it stands. Its markup is then seen, not followed.
    private static bool IsWords(Part.Here part) =>
        part.ContentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) && Utf8.IsValid(part.Content.Span);

    private static bool IsPlain(Part.Here part) => IsWords(part)
        && part.ContentType.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()
            is ContentTypes.Plain or "text/plain";

    private static Part WordsPart(ImmutableArray<Wording> words)
    {
        var parts = words.Select(one => (Part)new Part.Here(Part.Render, one.Language, ContentTypes.Plain,
            Octets.CopyOf(Encoding.UTF8.GetBytes(one.Text)))).ToImmutableArray();
        return parts.Length switch
        {
            0 => new Part.Nothing(Part.Render, ""),
            1 => parts[0],
            _ => new Part.Several(Part.Render, "", Semantics.ChooseOne, parts),
        };
    }
}
