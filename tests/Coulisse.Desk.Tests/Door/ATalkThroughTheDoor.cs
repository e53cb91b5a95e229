using Coulisse.Desk.Door;
using Coulisse.Desk.Keys;
using Coulisse.Door;
using Coulisse.Mls.Ciphersuites;
using Coulisse.Talks.Acts;
using Coulisse.Talks.Signals;
using Coulisse.Talks.Transcripts;
using Coulisse.Talks.Values;
using Coulisse.Wire.Rooms;
using Coulisse.Wire.Lines;
using Coulisse.World.Chance;
using Coulisse.World.Desks;
using Coulisse.World.Parties;
using Coulisse.World.Stations;
using NodaTime;

namespace Coulisse.Desk.Tests.Door;

/// <summary>What a desk's door tells of a talk, and which acts it makes, on two desks of a line whose clock is
/// simulated.</summary>
public sealed class ATalkThroughTheDoor : IDisposable
{
    private static readonly DateTimeOffset Noon = Cast.FirstDay.AddHours(6);
    private static readonly Octets Salt = Octets.CopyOf(new byte[ActLimits.SaltBytes]);

    private readonly Pair pair = new(new Seed(7));
    private readonly Cast cast;
    private readonly DeskWorld world;
    private readonly RoomId room;

    public ATalkThroughTheDoor()
    {
        cast = new(pair, new Seed(11), each: 1, Ciphersuite.X25519Aes128Gcm);
        world = new(new Seed(3), cast, Weather.Fair);
        room = world.Open(Adviser, Opposite, "to keep the line open");
    }

    private SimulatedDesk Adviser => world.Desks[0];

    private SimulatedDesk Opposite => world.Desks[1];

    private DateTimeOffset Now => Cast.FirstDay + world.Agenda.Now;

    public void Dispose()
    {
        world.Dispose();
        cast.Dispose();
        pair.Dispose();
    }

    private void Until(DateTimeOffset instant) => world.Pass(instant - Now);

    private void Pass() => world.Pass(TimeSpan.FromSeconds(2));

    private void Does(SimulatedDesk desk, TalkAct act)
    {
        desk.Do(new DeskEvent.ActSaid(room, act, ActWords.Of(act), Precedence.Routine));
        Pass();
    }

    private People PeopleOf(SimulatedDesk desk)
    {
        var people = new People([], desk.Identity.Accreditation);
        people.Meet(world.Desks.Select(one => one.Identity.Accreditation));
        return people;
    }

    private PartAnswer Part(SimulatedDesk desk, bool isOurs) => Assert.Single(TalkTelling.Of(desk.Cores, room,
        new(desk.Identity, PeopleOf(desk)), Now).Matters).Parts!.Single(part => part.IsOurs == isOurs);

    private (TalkAct? Act, string? Why) Asks(string text, MarkedWords? about) => TalkMaking.Make(Adviser.Cores, room,
        new("QueryAsked", 1, "en", text, 0, "routine", About: about),
        new(Adviser.Identity, PeopleOf(Adviser), new Seed(1), Now));

    private MessageId BoundToTexts()
    {
        Does(Adviser, new TalkAct.ReleaseOffered([new("en", "The bridge")], Instant.FromDateTimeOffset(Noon),
            ReleaseCommitment.Of(Salt, "The bridge opens.")));
        var release = Assert.Single(Adviser.Core.TalkOf(room).Matters).Id;
        Does(Opposite, new TalkAct.ReleaseJoined(release, ReleaseCommitment.Of(Salt, "We open the bridge.")));
        return release;
    }

    private TalkAct Reveals(MessageId release, string text, DateTimeOffset says) =>
        new TalkAct.ReleaseRevealed(release, Salt, text, Instant.FromDateTimeOffset(says));

    [Fact]
    public void A_text_that_comes_hours_late_is_punctual_by_its_sides_word_alone()
    {
        var release = BoundToTexts();
        Until(Noon.AddSeconds(20));
        Does(Adviser, Reveals(release, "The bridge opens.", Noon));
        Until(Noon.AddHours(3));
        Does(Opposite, Reveals(release, "We open the bridge.", Noon));
        var late = Part(Adviser, isOurs: false);
        Assert.Equal((nameof(Publication.AsAgreed), Noon, true), (late.Became, late.At, late.IsHereLate));
        Assert.InRange(late.HereSince!.Value, Noon.AddHours(3), Noon.AddHours(3).AddMinutes(1));
        Assert.All([Part(Adviser, isOurs: true), Part(Opposite, isOurs: false)],
            part => Assert.Equal((nameof(Publication.AsAgreed), false), (part.Became, part.IsHereLate)));
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(60, true)]
    public void What_is_here_within_the_minute_is_as_agreed_and_not_a_moment_later(int seconds, bool isLate)
    {
        var release = BoundToTexts();
        Until(Noon.AddSeconds(seconds));
        Does(Opposite, Reveals(release, "We open the bridge.", Noon));
        Assert.Equal(isLate, Part(Adviser, isOurs: false).IsHereLate);
    }

    [Theory]
    [InlineData("line", 1, 8, 12)]
    [InlineData("line", 2, 43, 47)]
    [InlineData("holds\n– nobody", 1, 13, 27)]
    public void A_question_is_about_the_very_words_that_were_marked(string words, int place, int start, int end)
    {
        Opposite.Do(new DeskEvent.Said(room, "👩‍🚀 The line holds\n– nobody will cross the line.",
            Precedence.Routine));
        Pass();
        var asked = Assert.IsType<TalkAct.QueryAsked>(Asks($"{words}\nWhich\none?", new(words, place)).Act);
        Assert.Equal((words, new(start, end), "Which\none?"), (asked.Quoted, asked.Range, asked.Question[0].Text));
        Assert.Null(Adviser.Core.RefusalOf(room, asked, Now));
    }

    [Fact]
    public void Without_marks_the_first_line_is_asked_about_and_what_stands_nowhere_is_refused()
    {
        Opposite.Do(new DeskEvent.Said(room, "The line holds. Nobody will cross the line.", Precedence.Routine));
        Pass();
        Assert.Equal(new(4, 8), Assert.IsType<TalkAct.QueryAsked>(Asks("line \r\nWhich?", null).Act).Range);
        Assert.Contains("do not stand", Asks("line\nWhich?", new("line", 3)).Why, StringComparison.Ordinal);
        Assert.Contains("do not stand", Asks("lines\nWhich?", null).Why, StringComparison.Ordinal);
        Assert.Contains("first line", Asks("line", null).Why, StringComparison.Ordinal);
        Assert.Contains("first line", Asks("lines\nWhich?", new("line", 1)).Why, StringComparison.Ordinal);
    }
}
