using Microsoft.AspNetCore.Components;

namespace Coulisse.Signals.Rendering;

/// <summary>Every page's base: for whom it is drawn, and what it shows.</summary>
public abstract class PageComponent<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required Visit Visit { get; set; }

    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    /// <summary>A phrase of the interface.</summary>
    protected string T(string key) => Visit.Language[key];

    /// <summary>A phrase with values.</summary>
    protected string T(string key, params ReadOnlySpan<(string Name, object Value)> values) => Visit.Language.Text(key, values);

    /// <summary>A phrase that depends on a number.</summary>
    protected string N(string key, long n) => Visit.Language.Count(key, n);
}
