using System.Text.RegularExpressions;
using Coulisse.Signals.Tests.Accounts;
using Coulisse.Signals.Tests.Hostile.Routes;

namespace Coulisse.Signals.Tests.Hostile.Typed;

/// <summary>One form with words in every field that takes some, and what the page shows of them after a
/// refusal.</summary>
/// <param name="Sender">Who may send it.</param>
/// <param name="Carried">What else it needs to be good.</param>
internal sealed partial record TypedForm(PageRoute Route, string Address, string Sender,
    (string Name, string Value)[] Typed, (string Name, string Value)[] Carried)
{
    public (string Name, string Value)[] Fields => [.. Typed, .. Carried];

    /// <summary>The same about something that is not there.</summary>
    public TypedForm OfNothing => this with
    {
        Address = FirstNumber().Replace(Address, "/999", 1),
        Carried = [.. Carried.Select(sent => sent.Name == "account" ? (sent.Name, "nobody") : sent)],
    };

    /// <summary>The same with other words wherever any words will do.</summary>
    public TypedForm With(string words) => this with
    {
        Typed = [.. Typed.Select(sent => IsAnyWords(sent.Value) ? (sent.Name, words) : sent)],
    };

    /// <summary>A letter of <see cref="TypedTable"/>.</summary>
    public char ReadBack(Answer answer)
    {
        if (!SaysWhatToDo().IsMatch(answer.Body))
            return TypedTable.Lost;
        var form = Forms().Matches(answer.Body)
            .FirstOrDefault(form => System.Net.WebUtility.HtmlDecode(form.Groups[1].Value) == Address)?.Value;
        if (form is not null && Typed.All(field => Sent.In(form, field.Name) == field.Value))
            return TypedTable.ToSend;
        var readable = Sent.Readable(answer.Body);
        return Typed.All(field => readable.Contains(field.Value)) ? TypedTable.ToCopy : TypedTable.Lost;
    }

    /// <summary>Every field of the form that came back, as a browser would send it.</summary>
    public (string Name, string Value)[] Again(Answer answer) => Sent.All(Forms().Matches(answer.Body)
        .First(form => System.Net.WebUtility.HtmlDecode(form.Groups[1].Value) == Address).Value);

    private static bool IsAnyWords(string words) => words.StartsWith("Of ", StringComparison.Ordinal);

    [GeneratedRegex("<form[^>]* action=\"([^\"]*)\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("role=\"alert\"|class=\"field-error\"|class=\"error-summary\"")]
    private static partial Regex SaysWhatToDo();

    [GeneratedRegex(@"/\d+")]
    private static partial Regex FirstNumber();
}
