using System.Collections.Immutable;

namespace Coulisse.Signals.Accounts.Screens;

/// <summary>A form as it is shown, or shown again: what was typed (never a secret) and what is wrong with it.</summary>
/// <param name="Values">By field name.</param>
/// <param name="Errors">A sentence by field name; "" for the form as a whole.</param>
public sealed record FormModel(ImmutableDictionary<string, string> Values, ImmutableDictionary<string, string> Errors)
{
    public static readonly FormModel Empty = new(
        ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, string>.Empty);

    public string ValueOf(string field) => Values.GetValueOrDefault(field, "");

    public string? ErrorOf(string field) => Errors.GetValueOrDefault(field);

    public FormModel With(string field, string value) => this with { Values = Values.SetItem(field, value) };

    public FormModel WithError(string field, string sentence) => this with { Errors = Errors.SetItem(field, sentence) };
}
