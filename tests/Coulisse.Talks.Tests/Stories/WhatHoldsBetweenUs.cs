using Coulisse.Talks.Charters;
using Coulisse.Talks.Parties;
using Coulisse.Talks.Refusals;

namespace Coulisse.Talks.Tests.Stories;

/// <summary>A charter: sound or not, and what another version would change.</summary>
public sealed class WhatHoldsBetweenUs
{
    private static readonly Charter Usual = new("To keep the lake open.", "The border.", "Ministers and this desk.",
        RecordMode.OffRecord, 90, Quoting.Never, Mandate.Principal | Mandate.DutyOfficer, "By notice of a week.");

    [Fact]
    public void A_sound_charter_has_no_fault()
    {
        Assert.Empty(Usual.Faults());
        Assert.Empty((Usual with { Excluded = "", RetentionDays = 0 }).Faults());
    }

    [Fact]
    public void What_a_tired_person_leaves_out_is_said_for_them()
    {
        var usual = Charter.Usual("To keep the lake open.", "");
        Assert.Empty(usual.Faults());
        Assert.Equal(new(RecordMode.OnRecord, 0, Quoting.ByConsent, Charter.Binding), usual.InForce);
        Assert.False(usual.IsEarly);
        var early = Charter.Early("To keep the lake open.", "");
        Assert.True(early.IsEarly);
        Assert.NotEmpty(early.Faults());
        Assert.True(early.InForce.LetsConsent(Mandate.DutyOfficer));
        Assert.False(early.InForce.LetsConsent(Mandate.Interpreter));
        Assert.Equal("nothing is agreed about it", CharterWords.Of(early, CharterField.Quoting));
    }

    [Fact]
    public void Every_fault_is_named_with_its_field()
    {
        var faults = new Charter(" ", "a\u0007", new string('x', 1_001), (RecordMode)3, 36_501, (Quoting)0,
            Mandate.Interpreter, "").Faults();
        Assert.Equal(
            [
                new(CharterField.Purpose, Refusal.NoWords), new(CharterField.Excluded, Refusal.NotPlainText),
                new(CharterField.MayKnow, Refusal.TooLong), new(CharterField.End, Refusal.NoWords),
                new(CharterField.Record, Refusal.NumberOutOfRange),
                new(CharterField.Quoting, Refusal.NumberOutOfRange),
                new(CharterField.Retention, Refusal.NumberOutOfRange),
                new(CharterField.MayConsent, Refusal.MandateTooNarrow),
            ],
            (IEnumerable<CharterFault>)faults);
        Assert.Single((Usual with { MayConsent = Mandate.Principal | Mandate.Observer }).Faults());
        Assert.Single((Usual with { MayConsent = Mandate.Principal | (Mandate)64 }).Faults());
        Assert.Single((Usual with { MayConsent = Mandate.Principal | Mandate.Mediator }).Faults());
        Assert.All(faults, fault => Assert.EndsWith(".", CharterWords.Of(fault), StringComparison.Ordinal));
    }

    [Fact]
    public void A_difference_says_what_was_and_what_would_be_and_nothing_else()
    {
        var next = Usual with { RetentionDays = 0, Quoting = Quoting.OwnWords, MayConsent = Mandate.Principal };
        Assert.Equal(
            [
                new(CharterField.Retention, "erased after 90 days", "kept, and not erased"),
                new(CharterField.Quoting, "nobody quotes", "each side may quote its own words"),
                new(CharterField.MayConsent, "principal, duty officer", "principal"),
            ],
            (IEnumerable<CharterChange>)CharterWords.Differences(Usual, next));
        Assert.Empty(CharterWords.Differences(Usual, Usual with { }));
    }

    [Fact]
    public void Every_field_shows_when_it_changes()
    {
        Charter[] others =
        [
            Usual with { Purpose = "x" }, Usual with { Excluded = "" }, Usual with { MayKnow = "x" },
            Usual with { Record = RecordMode.OnRecord }, Usual with { RetentionDays = 1 },
            Usual with { Quoting = Quoting.ByConsent }, Usual with { MayConsent = Mandate.DutyOfficer },
            Usual with { End = "x" },
        ];
        Assert.Equal(Enum.GetValues<CharterField>(),
            others.Select(other => Assert.Single(CharterWords.Differences(Usual, other)).Field));
    }
}
