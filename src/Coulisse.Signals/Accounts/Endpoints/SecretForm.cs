using Coulisse.Signals.Accounts.Screens;
using Coulisse.Signals.Pages;

namespace Coulisse.Signals.Accounts.Endpoints;

/// <summary>Metadata of a route whose form holds a secret, so that <see cref="TypedWords"/> is not for it: the form's
/// own screen gives back what was typed but the secret, when a limit refuses it before its handler sees it.</summary>
/// <param name="ShowAsync">Draws the screen from what was sent, with a sentence and under a status. It must put
/// nothing into it but what <see cref="Posted.Again"/> may.</param>
internal sealed record SecretForm(Func<HttpContext, AccountScreens, Posted, FormRefusal, Task> ShowAsync)
{
    /// <summary>Answers with the form; false when there is none here, it cannot be read or another site sent it, and
    /// nothing is answered.</summary>
    public static async Task<bool> TryAsync(HttpContext context, AccountScreens screens, FormRefusal refusal)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SecretForm>() is not { } secret
            || GivenBack.IsFromElsewhere(context) || await GivenBack.FormAsync(context) is not { } form)
            return false;
        await secret.ShowAsync(context, screens, new(form), refusal);
        return true;
    }
}
