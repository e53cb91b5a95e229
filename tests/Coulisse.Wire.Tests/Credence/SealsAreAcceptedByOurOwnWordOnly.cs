using Coulisse.Wire.Credence;

namespace Coulisse.Wire.Tests.Credence;

public sealed class SealsAreAcceptedByOurOwnWordOnly : IDisposable
{
    private readonly PartyInATest own = new("Aldermark", 1);
    private readonly PartyInATest other = new("Sorvane", 2);

    public void Dispose()
    {
        own.Dispose();
        other.Dispose();
    }

    [Fact]
    public void Only_what_the_own_seal_recognised_is_accepted()
    {
        var seals = RecognisedSeals.Only(own.Mark);
        Assert.True(seals.Accepts(own.Mark));
        Assert.False(seals.Accepts(other.Mark));
        Assert.Null(seals.After(other.Sign(Of(own.Mark))));
        var after = seals.After(own.Sign(Of(other.Mark)))!;
        Assert.True(after.Accepts(other.Mark) && after.IsPresent(other.Mark));
        Assert.False(after.Accepts(other.Mark with { Party = "Tessaly" }));
    }

    [Fact]
    public void A_third_party_is_not_accepted()
    {
        using var third = new PartyInATest("Tessaly", 3);
        var seals = RecognisedSeals.Only(own.Mark).After(own.Sign(Of(other.Mark)))!;
        Assert.Null(seals.After(own.Sign(Of(third.Mark))));
        Assert.Null(seals.After(own.Sign(Of(third.Mark) with { Replaces = other.Seal.PublicKey })));
        Assert.Null(RecognisedSeals.Only(own.Mark).After(own.Sign(Of(third.Mark) with
        {
            Replaces =
            other.Seal.PublicKey
        })));
    }

    [Fact]
    public void An_earlier_seal_is_accepted_while_processing_and_is_not_the_present_one()
    {
        using var next = new PartyInATest("Sorvane", 4);
        var seals = RecognisedSeals.Only(own.Mark).After(own.Sign(Of(other.Mark)))!;
        Assert.Null(seals.After(own.Sign(Of(next.Mark))));
        var later = seals.After(own.Sign(Of(next.Mark) with { Replaces = other.Seal.PublicKey }))!;
        Assert.True(later.Accepts(other.Mark) && later.Accepts(next.Mark));
        Assert.False(later.IsPresent(other.Mark));
        Assert.True(later.IsPresent(next.Mark));
    }

    [Fact]
    public void A_later_seal_of_ones_own_is_given_by_hand_and_keeps_what_the_earlier_one_recognised()
    {
        using var next = new PartyInATest("Aldermark", 5);
        var seals = RecognisedSeals.Only(own.Mark).After(own.Sign(Of(other.Mark)))!.AfterOwn(next.Mark)!;
        Assert.True(seals.Accepts(own.Mark) && seals.Accepts(other.Mark) && seals.IsPresent(next.Mark));
        Assert.False(seals.IsPresent(own.Mark));
        Assert.Null(seals.AfterOwn(other.Mark));
        Assert.Null(seals.AfterOwn(other.Mark with { Party = "Aldermark" }));
        Assert.Null(seals.AfterOwn(own.Mark));
    }

    [Fact]
    public void Nobody_recognises_themselves() =>
        Assert.Throws<ArgumentException>(() => own.Sign(Of(own.Mark)));

    private Recognition Of(PartyMark mark) => new(mark, 1, own.Bytes(32), null);
}
