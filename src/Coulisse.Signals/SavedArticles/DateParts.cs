using NodaTime;

namespace Coulisse.Signals.SavedArticles;

/// <summary>The numbers, month and time found in a line, put together as one date. One line, one owner.</summary>
internal sealed class DateParts
{
    private (int Hour, int Minute)? _time;
    private bool _afternoon;
    private bool _forenoon;

    internal List<(Words.Token Number, char SignAfter)> Numbers { get; } = [];

    internal int? Month { get; set; }

    internal bool ZoneNamed { get; set; }

    /// <summary>12:30, 12: 30, 12 :30:15, 12h30, 12 h 30, 14h. Leaves <paramref name="at"/> on the last part.</summary>
    internal bool TakeTime(List<Words.Token> tokens, ref int at)
    {
        if (_time is not null || tokens[at].Digits > 2 || at + 1 >= tokens.Count) return false;
        var byLetter = tokens[at + 1].Is("h") || tokens[at + 1].Is("ч");
        if (!byLetter && !tokens[at + 1].Is(":")) return false;
        var minuteFollows = at + 2 < tokens.Count && tokens[at + 2] is { Sort: Words.Sort.Number, Digits: 2 };
        if (!minuteFollows && !byLetter) return false;
        _time = (tokens[at].Value, minuteFollows ? tokens[at + 2].Value : 0);
        at += minuteFollows ? 2 : 1;
        if (at + 2 < tokens.Count && tokens[at + 1].Is(":") && tokens[at + 2] is { Sort: Words.Sort.Number, Digits: 2 })
            at += 2;
        return true;
    }

    /// <summary>AM, p.m., ص, مساء. German "am" before the time is another word and is left to the caller.</summary>
    internal bool TakeHalfOfDay(List<Words.Token> tokens, ref int at)
    {
        if (_time is null || _afternoon || _forenoon) return false;
        var dotted = at + 2 < tokens.Count && tokens[at + 1].Is(".") && tokens[at + 2].Is("m");
        var word = dotted ? tokens[at].Text + "m" : tokens[at].Text;
        _forenoon = word is "am" or "ص" or "صباحا";
        _afternoon = word is "pm" or "م" or "مساء";
        if (dotted && (_forenoon || _afternoon)) at += 2;
        return _forenoon || _afternoon;
    }

    internal DateLine Finish()
    {
        if (_time is null) TakeTimeWithPoint();
        if (Numbers.Count == 0 || (Numbers.Count == 1 && Month is null)) return DateLine.Else;
        // A failed date is only called one if it has more of a date than three numbers.
        var failed = _time is not null || Numbers.Exists(n => n.Number.Digits == 4) ? DateLine.Unclear : DateLine.Else;
        if (Numbers.Count != (Month is null ? 3 : 2)) return Month is null ? DateLine.Else : failed;
        if (Date(out var orderGuessed) is not { } date || Time() is not { } time) return failed;
        return new DateLine.Dated(new LocalMinute(date.At(time)), orderGuessed, _time is null, ZoneNamed);
    }

    /// <summary>"7. November 2022, 12.30 Uhr": two numbers left behind the date, joined by a point.</summary>
    private void TakeTimeWithPoint()
    {
        var dateParts = Month is null ? 3 : 2;
        if (Numbers.Count != dateParts + 2) return;
        var (hour, minute) = (Numbers[^2], Numbers[^1]);
        if (hour.SignAfter != '.' || hour.Number.Digits > 2 || minute.Number.Digits != 2) return;
        _time = (hour.Number.Value, minute.Number.Value);
        Numbers.RemoveRange(dateParts, 2);
    }

    private LocalDate? Date(out bool orderGuessed)
    {
        orderGuessed = false;
        var first = Numbers[0].Number;
        var last = Numbers[^1].Number;
        if (Month is { } month)
            return first.Digits == 4 ? Of(first, month, last) : Of(last, month, first);
        if (Numbers[0].SignAfter != Numbers[1].SignAfter
            || Numbers[0].SignAfter is not ('.' or '/' or '-'))
            return null;
        var middle = Numbers[1].Number;
        if (first.Digits == 4) return Of(first, middle.Value, last);
        if (Numbers[0].SignAfter != '/') return Of(last, middle.Value, first);
        // With slashes both orders are in use; only a number above 12 or a half of the day (AM, PM) decides.
        var halfOfDay = _forenoon || _afternoon;
        orderGuessed = !halfOfDay && first.Value <= 12 && middle.Value <= 12 && first.Value != middle.Value;
        var monthFirst = middle.Value > 12 || (halfOfDay && first.Value <= 12);
        return monthFirst ? Of(last, first.Value, middle) : Of(last, middle.Value, first);
    }

    private LocalDate? Of(Words.Token year, int month, Words.Token day)
    {
        // Two digits without a time behind them may be the front half of a year, where the file was cut.
        var isShort = year.Digits == 2 && Month is null && _time is not null;
        var y = isShort ? 2000 + year.Value : year.Value;
        if (!(isShort || year.Digits == 4) || y < 1000 || day.Digits > 2 || month is < 1 or > 12) return null;
        if (day.Value < 1 || day.Value > CalendarSystem.Iso.GetDaysInMonth(y, month)) return null;
        return new LocalDate(y, month, day.Value);
    }

    private LocalTime? Time()
    {
        var (hour, minute) = _time ?? (0, 0);
        if (_forenoon || _afternoon)
        {
            if (hour is < 1 or > 12) return null;
            hour = hour % 12 + (_afternoon ? 12 : 0);
        }
        return hour <= 23 && minute <= 59 ? new LocalTime(hour, minute) : null;
    }
}
