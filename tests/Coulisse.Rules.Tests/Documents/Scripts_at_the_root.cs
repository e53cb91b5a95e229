using System.Runtime.Versioning;
using Coulisse.Rules.Tests.House;

namespace Coulisse.Rules.Tests.Documents;

[UnsupportedOSPlatform("windows")]
public sealed class Scripts_at_the_root
{
    private static IEnumerable<string> Scripts =>
        Directory.EnumerateFiles(Repository.Root).Append(Path.Combine(Repository.Root, ".ci", "run")).Where(Script.Is);

    [Fact]
    public void All_can_be_run_and_parse() => Offence.AssertNone(Scripts.SelectMany(Script.Check));

    [Fact]
    public void The_five_are_there_and_the_build_machines_one() =>
        Assert.Superset(new HashSet<string>(["demo", "test", "bench", "campaign", "pack", "run"]),
            Scripts.Select(path => Path.GetFileName(path)).ToHashSet());

    [Theory]
    [InlineData("#!/usr/bin/env bash\nset -euo pipefail\n", true, 0)]
    [InlineData("#!/usr/bin/env bash\nset -euo pipefail\n", false, 1)]
    [InlineData("#!/usr/bin/env bash\nset -euo pipefail\nif true; then\n", true, 1)]
    [InlineData("#!/usr/bin/env bash\ntrue\n", true, 1)]
    [InlineData("#!/bin/sh\nset -euo pipefail\n", true, 1)]
    public void A_script_that_cannot_serve_is_found(string text, bool executable, int found)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.SetUnixFileMode(path, executable ? mode | UnixFileMode.UserExecute : mode);

            Assert.Equal(found, Script.Check(path).Count());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
