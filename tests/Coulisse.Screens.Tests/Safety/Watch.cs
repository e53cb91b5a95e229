using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Coulisse.Screens.Tests.Safety;

/// <summary>Notices what a page must never do: run somebody's script, break its own policy, speak to another host.</summary>
public sealed class Watch
{
    private readonly ConcurrentBag<string> _seen = [];

    private Watch()
    {
    }

    public IReadOnlyCollection<string> Seen => _seen;

    public static async Task<Watch> OverAsync(IBrowserContext window, Uri origin)
    {
        var watch = new Watch();
        await window.ExposeFunctionAsync("noteViolation", (string what) => watch._seen.Add("policy: " + what));
        await window.AddInitScriptAsync("""
            document.addEventListener('securitypolicyviolation', e => window.noteViolation(e.violatedDirective + ' ' + e.blockedURI));
            """);
        window.Dialog += async (_, dialog) =>
        {
            watch._seen.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        window.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal) || message.Text.Contains("Refused to", StringComparison.Ordinal))
                watch._seen.Add("console: " + message.Text);
        };
        window.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != origin.Authority)
                watch._seen.Add("request: " + request.Url);
        };
        return watch;
    }
}
