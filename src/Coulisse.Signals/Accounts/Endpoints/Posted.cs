using Coulisse.Signals.Accounts.Screens;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>A posted form's fields; a missing one is empty, a repeated one is its first.</summary>
internal sealed record Posted(IFormCollection Form)
{
    public string this[string field] => Form.TryGetValue(field, out var values) ? values[0] ?? "" : "";

    public static async Task<Posted> ReadAsync(HttpContext context) =>
        new(await context.Request.ReadFormAsync(context.RequestAborted));

    /// <summary>What may be shown again: these fields, never a passphrase, code or credential.</summary>
    public FormModel Again(params ReadOnlySpan<string> fields)
    {
        var model = FormModel.Empty;
        foreach (var field in fields)
            model = model.With(field, this[field]);
        return model;
    }
}
