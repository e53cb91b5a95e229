using System.Collections.Immutable;
using System.Globalization;
using Coulisse.Crypto.Secrets;
using Coulisse.Signals.Items;
using Coulisse.Signals.Site;
using Coulisse.Signals.Storage;
using Coulisse.Signals.Threads;
using Coulisse.Wire.Credence;
using Coulisse.Wire.Statements;
using NodaTime;

namespace Coulisse.Screens;

// What people do on it: the keeper of the seal signs, readers discuss, the editor removes and withdraws.
public sealed partial class Publication
{
    private async Task SealAsync(ItemId statement, ItemId withdrawn)
    {
        using var seal = Seal.Generate(Party, new SystemRandom());
        await Editor.SendAsync("/publisher/settings", "/publisher/settings/seal",
            ("party", Party), ("seal", seal.PublicKey.ToString()));
        var path = Path.Combine(Path.GetDirectoryName(Stage.DatabasePath)!, "seal.chain");
        SealChainFile.Create(path, seal);
        using var chain = ((SealChainOpening.Opened)SealChainFile.Open(path, seal.Party, seal.PublicKey)).Chain;
        await SignAsync(statement, seal, chain);
        var signed = (StatementVerification.Genuine)SignedStatementFile.Verify(await SignAsync(withdrawn, seal, chain));
        var screen = $"/publisher/items/{withdrawn}/withdraw-by-seal";
        await Editor.SendFileAsync(screen, screen, "file",
            WithdrawalFile.Sign(signed, "A bridge was built.", seal, chain, Now.ToDateTimeOffset()));
    }

    private async Task<byte[]> SignAsync(ItemId statement, Seal seal, SealChainFile chain)
    {
        var screen = $"/publisher/items/{statement}/sign";
        var unsigned =
            (StatementReading.Read)UnsignedStatementFile.Read(await Editor.DownloadAsync(screen + "/unsigned"));
        var signed = SignedStatementFile.Sign(unsigned.Statement, seal, chain, Now.ToDateTimeOffset());
        await Editor.SendFileAsync(screen, screen, "file", signed);
        await Editor.SendAsync($"/publisher/items/{statement}", $"/publisher/items/{statement}/publish");
        return signed;
    }

    private async Task<ItemId> LongThreadAsync()
    {
        var item = await NewAsync(ItemKind.Report, "Every word the ferrymen heard",
            "The ferrymen of both banks were asked what they had heard. They answered at length.");
        await Writer.PublishAsync(item, Now - Duration.FromDays(9), Cancel);
        await Stage.Get<Database>().WriteAsync(connection =>
            ThreadImport.Into(connection, item, Enumerable.Range(1, 24).Select(Heard)), Cancel);
        Stage.Get<Changes>().Announce(item);
        return item;
    }

    private ImportedComment Heard(int number) => Answer(number, depth: 0);

    private ImportedComment Answer(int number, int depth) => new($"Ferryman {number}", (number * 7 % 9) - 4,
        Now - Duration.FromHours(200 - (number * 3) - depth), "en",
        CommentText.Imported([new CommentBlock.Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"What was heard at crossing {number}, told for the {depth + 1}. time."))]),
        depth < number % 7 ? [Answer(number, depth + 1)] : ImmutableArray<ImportedComment>.Empty);

    private async Task DiscussAsync()
    {
        OthersComment = await WriteAsync(Other, "Two doors are better than none, but who holds the keys?", null);
        OwnComment = await WriteAsync(Reader, "> Settling the conflict is said to be no part of it.\n\n"
            + "Then what is the line for? To know that the other side is awake.", OthersComment);
        var third = await WriteAsync(Other, "See https://example.org/river for the map of the crossings.", OwnComment);
        var fourth = await WriteAsync(Reader, "A map does not say who may cross.", third);
        var fifth = await WriteAsync(Other, "It says where, and that is half of it.", fourth);
        await WriteAsync(Reader, "Half of a bridge.", await WriteAsync(Reader, "And the other half?", fifth));
        await Editor.SendAsync(AddressOf(Report, "en"), $"/thread/{Report}/write", ("language", "fr"),
            ("text", "Merci de rester sur le sujet : les deux passages sur le fleuve."));
        await Reader.SendAsync($"/comment/{OwnComment}/edit", $"/comment/{OwnComment}/edit",
            ("text", "> Settling the conflict is said to be no part of it.\n\nThen what is the line for? To know that the other side listens."));
        await VoteAsync(Other, OwnComment, "1");
        await VoteAsync(Reader, OthersComment, "-1");
        RemovedComment = await WriteAsync(Reader, "Nothing but insults, which a moderator will remove.", null);
        await Other.SendAsync($"/comment/{RemovedComment}/report", $"/comment/{RemovedComment}/report",
            ("reason", "Insults only."));
        await Editor.SendAsync($"/publisher/moderation/{RemovedComment}", $"/publisher/moderation/{RemovedComment}",
            ("reason", "It insults and says nothing about the matter."),
                ("act", ((int)Signals.Moderation.DecisionAct.Remove).ToString(CultureInfo.InvariantCulture)));
        var gone = await WriteAsync(Other, "Never mind.", null);
        await WriteAsync(Reader, "What was it?", gone);
        await Other.SendAsync($"/comment/{gone}/withdraw", $"/comment/{gone}/withdraw");
        await Other
            .SendAsync(AddressOf(Report, "en"), $"/thread/{Report}/write", ("text", "The assistant is a swindler."));
        await Other.SendAsync($"/comment/{OwnComment}/report", $"/comment/{OwnComment}/report",
            ("reason", "The quotation is cut short."));
        await Reader.SendAsync($"/report-translation/{Report}/ru", "/report-translation/",
            ("words", "прямое противоположное число"), ("remark", "“Opposite number” is a person here, not a number."));
        await WithdrawAsync();
        var body = Stage.Get<ItemStore>().Find(Report)!.In(LanguageTag.Known("en"))!.Latest.Body;
        await Editor.SendAsync($"/publisher/items/{Report}/en/edit", $"/publisher/items/{Report}/en/edit",
            ("body", body.Replace("wants the meetings", "wants these meetings", StringComparison.Ordinal)),
                ("note", "A word made exact."));
        await Editor.SendAsync($"/publisher/items/{Report}", $"/publisher/items/{Report}/en/release");
    }

    private Task WithdrawAsync() =>
        Editor.SendAsync($"/publisher/items/{Withdrawn}/withdraw", $"/publisher/items/{Withdrawn}/withdraw",
        ("reason", "The source took back what it had said."));

    private async Task<long> WriteAsync(Visitor who, string words, long? answering)
    {
        var screen = answering is { } id ? $"/thread/{Report}/write?answer={id}" : AddressOf(Report, "en");
        await who.SendAsync(screen, $"/thread/{Report}/write", ("text", words), ("language", "en"));
        return Stage.Get<Database>().Read(connection => connection.Number("SELECT max(id) FROM comment"));
    }

    private async Task VoteAsync(Visitor who, long comment, string vote) =>
        await who.SendToAsync(AddressOf(Report, "en"), $"/thread/{Report}/votes", $"/comment/{comment}/vote",
            ("vote", vote));
}
