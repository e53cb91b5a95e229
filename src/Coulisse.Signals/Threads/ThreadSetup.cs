using System.Collections.Frozen;
using Coulisse.Signals.Moderation;
using Coulisse.Signals.Moderation.Endpoints;
using Coulisse.Signals.Rendering;
using Coulisse.Signals.Threads.Endpoints;
using Coulisse.Signals.Threads.Screens;

namespace Coulisse.Signals.Threads;

/// <summary>Puts threads and their moderation into the page's program.</summary>
internal static class ThreadSetup
{
    public static void AddThreads(this IServiceCollection services)
    {
        services.AddSingleton<ThreadIndexes>();
        services.AddSingleton<ThreadReader>();
        services.AddSingleton<ThreadWriter>();
        services.AddSingleton<ThreadModels>();
        services.AddSingleton<Quotables>();
        services.AddSingleton<ModerationWriter>();
        services.AddSingleton<ModerationLog>();
        services.AddSingleton<OpenCases>();
        services.AddSingleton<Objections>();
        services.AddSingleton<WritePages>();
        services.AddSingleton<CommentPages>();
        services.AddSingleton<ObjectionPages>();
        services.AddSingleton<ModerationPages>();
        services.AddSingleton<CommentCount>(provider => provider.GetRequiredService<ThreadReader>().Count);
        services.AddSingleton<OwnVotes>(provider =>
        {
            var threads = provider.GetRequiredService<ThreadReader>();
            return (voter, comments) => threads.VotesOf(voter, comments.Distinct().Select(id => new CommentId(id)))
                .ToFrozenDictionary(vote => vote.Key.Value, vote => (int)vote.Value);
        });
    }

    public static void MapThreads(this IEndpointRouteBuilder page)
    {
        WritePages.Map(page);
        CommentPages.Map(page);
        ObjectionPages.Map(page);
        ModerationPages.Map(page);
    }
}
