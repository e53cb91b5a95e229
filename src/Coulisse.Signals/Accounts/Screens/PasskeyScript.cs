using Microsoft.AspNetCore.Components;

namespace Coulisse.Signals.Accounts.Screens;

/// <summary>The page's one script, on the screens that can use a passkey; without it their passkey buttons stay
/// hidden.</summary>
internal static class PasskeyScript
{
    public static RenderFragment Element { get; } = builder =>
        builder.AddMarkupContent(0, "<script src=\"/passkeys.js\" defer></script>");
}
