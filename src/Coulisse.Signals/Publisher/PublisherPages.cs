using Microsoft.AspNetCore.Antiforgery;

namespace Coulisse.Signals.Publisher;

/// <summary>The publisher's screens: all under <c>/publisher/</c>, for editors alone.</summary>
internal static class PublisherPages
{
    public static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Screens>();
        services.AddSingleton<OverviewScreen>();
        services.AddSingleton<NewItemScreen>();
        services.AddSingleton<ItemScreen>();
        services.AddSingleton<EditionScreen>();
        services.AddSingleton<HistoryScreen>();
        services.AddSingleton<ReleaseActs>();
        services.AddSingleton<StandingActs>();
        services.AddSingleton<WithdrawScreen>();
        services.AddSingleton<SealedWithdrawalScreen>();
        services.AddSingleton<MachineActs>();
        services.AddSingleton<ClaimsScreen>();
        services.AddSingleton<ReportsScreen>();
        services.AddSingleton<ReportTranslation>();
        services.AddSingleton<SettingsScreen>();
        services.AddSingleton<SignScreen>();
    }

    public static void Map(IEndpointRouteBuilder page)
    {
        var publisher = page.MapGroup("/publisher").AddEndpointFilter(EditorsOnly.FilterAsync)
            .WithMetadata(new RequireAntiforgeryTokenAttribute());
        OverviewScreen.Map(publisher);
        NewItemScreen.Map(publisher);
        ItemScreen.Map(publisher);
        EditionScreen.Map(publisher);
        HistoryScreen.Map(publisher);
        ReleaseActs.Map(publisher);
        StandingActs.Map(publisher);
        WithdrawScreen.Map(publisher);
        SealedWithdrawalScreen.Map(publisher);
        MachineActs.Map(publisher);
        ClaimsScreen.Map(publisher);
        ReportsScreen.Map(publisher);
        SettingsScreen.Map(publisher);
        SignScreen.Map(publisher);
        ReportTranslation.Map(page);
    }
}
