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
}
