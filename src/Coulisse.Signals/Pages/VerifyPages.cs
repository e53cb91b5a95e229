using Coulisse.Languages;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Site;
using Coulisse.Wire.Credence;

namespace Coulisse.Signals.Pages;

/// <summary>How anyone checks a statement offline; one page a language.</summary>
internal static class VerifyPages
{
    public static void Map(IEndpointRouteBuilder page) => page.MapGet("/{language:length(2,35)}/verify", ShowAsync);

    private static Task ShowAsync(string language, HttpContext context, VisitFactory visits, PageAnswers answers,
        SiteSettings settings, Fingerprints fingerprints, Changes changes, InterfaceLanguages languages) =>
        languages.Find(language) is null
            ? ErrorPages.ShowAsync(context, StatusCodes.Status404NotFound)
            : answers.ShowKeptAsync<VerifyPage>(context, visits.For(context), $"/{language}/verify", changes.OfPage(),
                () => new VerifyModel(settings.Party, settings.Seal,
                    settings.Seal is { } seal ? fingerprints.Of(seal) : null, settings.EarlierSeals));
}
