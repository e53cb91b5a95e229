namespace Coulisse.Demo;

/// <summary>Puts the demo's small publication on a new page, each thing in the way a person would: the programs and the page's own forms.</summary>
internal sealed class Publication(string folder, PageProcess page, People people, Action<string> say)
{
    /// <summary>The page's one file, in the demo's folder.</summary>
    public string PageFile { get; } = Path.Combine(folder, "demo.page");

    private string SealPassphraseFile => Path.Combine(folder, "seal-passphrase");

    private string Seal => Path.Combine(folder, "aldermark.seal");

    public async Task BuildAsync()
    {
        using var editor = new Visitor(page.Address);
        await MakeEditorAsync(editor);
        await SettleAsync(editor);
        say("The reports are imported, in four languages.");
        foreach (var report in Directory.GetFiles(Path.Combine(Programs.Root, "samples"), "*-report-*.json").Order(StringComparer.Ordinal))
            await Programs.DoAsync(Programs.Root, "page", "import", report, "--file", PageFile);
        await SignStatementAsync(editor);
        await LetReadersSpeakAsync(editor);
    }

    private async Task MakeEditorAsync(Visitor editor)
    {
        say("An editor is named; a link good once lets them choose a passphrase.");
        var said = await Programs.DoAsync(Programs.Root, "page", "editor", people.Editor.Name, "--file", PageFile);
        var start = said.IndexOf("/way-in/", StringComparison.Ordinal);
        var wayIn = said[start..].Split((char[]?)null, 2)[0];
        await editor.SendAsync(wayIn, "/way-in/", ("passphrase", people.Editor.Passphrase));
    }

    /// <summary>Names, zone, and rules for newcomers that suit a demo: held once, not for an hour.</summary>
    private async Task SettleAsync(Visitor editor)
    {
        say("The page gets its name in four languages, and the seal of a party.");
        await editor.SendAsync("/publisher/settings", "/publisher/settings",
            ("name-en", "The Wings"), ("name-fr", "Les Coulisses"), ("name-ru", "Кулисы"), ("name-ar", "الكواليس"),
            ("zone", "Europe/Paris"), ("account-age", "0"), ("rate", "30"));
        PrivateFile.Write(SealPassphraseFile, people.SealPassphrase);
        await Programs.DoAsync(Programs.Root,
            "seal", "new", Seal, "--party", "Aldermark", "--passphrase-file", SealPassphraseFile);
        await editor.SendAsync("/publisher/settings", "/publisher/settings/seal", ("party", "Aldermark"), ("seal", await SealKeyAsync()));
    }

    /// <summary>From the file that the keeper of the seal hands on.</summary>
    private async Task<string> SealKeyAsync() =>
        (await File.ReadAllLinesAsync(Path.ChangeExtension(Seal, ".pub"))).First(line => line.StartsWith("Key: ", StringComparison.Ordinal))["Key: ".Length..];

    /// <summary>The page never holds the seal: its unsigned file is carried to the seal, the signed one back.</summary>
    private async Task SignStatementAsync(Visitor editor)
    {
        say("A statement is written; its file goes to the seal, is signed there, and comes back.");
        var said = await Programs.DoAsync(Programs.Root,
            "page", "import", Path.Combine(Programs.Root, "samples", "03-statement-signal.json"), "--file", PageFile);
        var item = said.Split("item ")[1].Split('.')[0];
        var unsigned = Path.Combine(folder, "statement-unsigned.txt");
        var signed = Path.Combine(folder, "statement-signed.txt");
        await File.WriteAllBytesAsync(unsigned, await editor.DownloadAsync($"/publisher/items/{item}/sign/unsigned"));
        await Programs.DoAsync(Programs.Root,
            "statement", "sign", unsigned, "--seal", Seal, "--passphrase-file", SealPassphraseFile, "--out", signed);
        await editor.SendFileAsync($"/publisher/items/{item}/sign", $"/publisher/items/{item}/sign", "file", "statement.txt", await File.ReadAllBytesAsync(signed));
        await editor.SendAsync($"/publisher/items/{item}", $"/publisher/items/{item}/publish");
    }

    private async Task LetReadersSpeakAsync(Visitor editor)
    {
        say("Readers sign up and write; the editor reads newcomers' first words before they appear.");
        (string Name, string Language, string Words)[] first =
        [
            (people.Reader.Name, "en", "If settling the conflict is no part of it, what would count as a success here?"),
            ("Ondine Marrow", "fr", "Que la ligne réponde dans l’heure, ce serait déjà beaucoup."),
            ("Тихон Береговой", "ru", "Две двери — это хорошо, пока за каждой знают, с кем говорят."),
        ];
        foreach (var (name, language, words) in first)
        {
            using var reader = new Visitor(page.Address);
            var passphrase = name == people.Reader.Name ? people.Reader.Passphrase : Words.Passphrase();
            await reader.SendAsync("/account/new", "/account/new", ("name", name), ("passphrase", passphrase));
            await reader.SendAsync("/en/1/x", "/thread/1/write", ("text", words), ("language", language));
        }
        var queue = await editor.OpenAsync("/publisher/moderation");
        foreach (var held in queue.Forms.Select(form => form.GetAttribute("action")!).Where(a => a.StartsWith("/publisher/moderation/", StringComparison.Ordinal)).ToList())
            await editor.SendAsync("/publisher/moderation", held, ("reason", "A first comment, read and released."), ("act", "1"));
    }
}
