using Coulisse.Desk;
using Coulisse.Wire.Lines;

namespace Coulisse.World.Tests;

/// <summary>Words that were begun and not said are kept; the same step that says them makes them no draft any more, so
/// that whoever is cut off there does not find them begun.</summary>
public sealed class WhatWasBegun : RoomForThree
{
    [Fact]
    public void Is_no_draft_any_more_once_it_is_said_and_stays_one_while_other_words_are()
    {
        Adviser.Begin(Room, "at the buoy, from six on");
        Adviser.Do(new DeskEvent.Said(Room, "a moment, please", Precedence.Routine));
        Assert.Equal("at the buoy, from six on", Adviser.Begun(Room));
        Adviser.Do(new DeskEvent.Said(Room, "at the buoy, from six on", Precedence.Routine));
        Assert.Equal("", Adviser.Begun(Room));
    }

    [Fact]
    public void Is_said_once_out_of_what_is_held_and_never_when_it_was_taken_back()
    {
        var words = new DeskEvent.Said(Room, "we leave the bay at six", Precedence.Routine) { IsHeld = true };
        Assert.True(IsNotHeld(words));
        Assert.True(Adviser.Hold(Room, words.Text));
        Assert.True(IsNotHeld(words with { Text = "other words" }));
        Assert.False(IsNotHeld(words));
        Assert.True(IsNotHeld(words));

        Assert.True(Adviser.Hold(Room, "and the buoy"));
        Adviser.Begin(Room, "begun meanwhile");
        Assert.True(Adviser.TakeBack(Room));
        Assert.Equal("and the buoy\n\nbegun meanwhile", Adviser.Begun(Room));
        Assert.True(IsNotHeld(words with { Text = "and the buoy" }));
        Assert.True(Adviser.Hold(Room, "one"));
        Assert.True(Adviser.Hold(Room, "another"));
        Assert.StartsWith("one", Adviser.Begun(Room), StringComparison.Ordinal);
    }

    private bool IsNotHeld(DeskEvent.Said words)
    {
        var before = Adviser.Screen.Count;
        Adviser.Do(words);
        return Adviser.Screen.Skip(before).Contains(new DeskEffect.Refused(DeskRefusal.NotHeld));
    }
}
