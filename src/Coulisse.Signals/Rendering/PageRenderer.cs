using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Coulisse.Signals.Rendering;

/// <summary>Draws a component to HTML. A component is a function of its model: it loads nothing and decides nothing.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <param name="visit">For whom.</param>
    /// <param name="model">What is shown; the component's <c>Model</c> parameter.</param>
    public async Task<PageTemplate> RenderAsync<TComponent>(Visit visit, object? model)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = new Dictionary<string, object?> { ["Visit"] = visit };
            if (model is not null)
                values["Model"] = model;
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values));
            return root.ToHtmlString();
        });
        return PageTemplate.Parse(html);
    }
}
