using System.Collections.Frozen;

namespace Coulisse.Signals.SavedArticles;

/// <summary>A line in a date's place: a date, a date nobody can read, or something else.</summary>
internal abstract record DateLine
{
    private DateLine() { }

    /// <param name="At">Null for the mark "?", which says that no date is known.</param>
    internal sealed record Dated(LocalMinute? At, bool OrderGuessed, bool TimeMissing, bool ZoneDropped) : DateLine;

    internal sealed record NotUnderstood : DateLine;

    internal sealed record SomethingElse : DateLine;

    internal const string UnknownMark = "?";

    private const int DateLineCharsMax = 80;
    private const int NumericCharsMin = 6; // 7.1.31

    internal static readonly DateLine Else = new SomethingElse();
    internal static readonly DateLine Unclear = new NotUnderstood();

    private static readonly FrozenSet<string> Beside = Words.Set(
        "at on the of st nd rd th à a le er ère e um uhr den am o clock в г го года год de del las el la t " +
        "في الساعة يوم عام سنة و " +
        "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim " +
        "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so " +
        "lunes martes miércoles jueves viernes sábado domingo " +
        "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс " +
        "الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد");

    private static readonly FrozenSet<string> Zones =
        Words.Set("utc gmt z msk мск cet cest mez mesz est edt pst pdt bst");

    private static readonly FrozenSet<string> Relative = Words.Set(
        "ago yesterday today just il hier aujourd hui назад вчера сегодня منذ أمس اليوم " +
        "vor gestern heute hace ayer hoy y minute minutes hour hours day days week weeks month months year years " +
        "heure heures jour jours semaine semaines mois an ans " +
        "минут минуту минуты час часа часов день дня дней неделю недели месяц месяца год года лет " +
        "دقيقة دقائق ساعة ساعات يوم أيام أسبوع شهر سنة " +
        "minuten stunde stunden tag tagen woche wochen monat jahr jahren " +
        "minuto minutos hora horas día días semana semanas mes meses año años");

    private static readonly FrozenSet<string> RelativeAnchor = Words.Set(
        "ago yesterday today il hier aujourd назад вчера сегодня منذ أمس اليوم vor gestern heute hace ayer hoy");

    internal static DateLine Read(string text)
    {
        if (text == UnknownMark) return new Dated(null, false, false, false);
        if (text.Length < NumericCharsMin && Characters.Digit(text[0]) >= 0) return Else;
        if (Words.Of(text, DateLineCharsMax) is not { Count: > 0 } tokens) return Else;
        if (Sift(tokens) is not { } parts) return IsRelative(tokens) ? Unclear : Else;
        return parts.Finish();
    }

    /// <summary>The parts that matter, or null when some word or sign does not belong to a date.</summary>
    private static DateParts? Sift(List<Words.Token> tokens)
    {
        var parts = new DateParts();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Sort == Words.Sort.Number)
            {
                if (!parts.TakeTime(tokens, ref i)) parts.Numbers.Add((token, SignAfter(tokens, i)));
            }
            else if (token.Sort == Words.Sort.Sign)
            {
                if (!".,:/-–—|·()'’،•".Contains(token.Text, StringComparison.Ordinal)) return null;
            }
            else if (Month(tokens, ref i) is { } month)
            {
                if (parts.Month is { } other && other != month) return null;
                parts.Month = month;
            }
            else if (parts.TakeHalfOfDay(tokens, ref i) || Beside.Contains(token.Text)) { }
            else if (Zones.Contains(token.Text)) parts.ZoneNamed = true;
            else return null;
        }
        return parts;
    }

    private static char SignAfter(List<Words.Token> tokens, int at) =>
        at + 1 < tokens.Count && tokens[at + 1].Sort == Words.Sort.Sign ? tokens[at + 1].Text[0] : ' ';

    private static int? Month(List<Words.Token> tokens, ref int at)
    {
        if (at + 1 < tokens.Count
            && Languages.MonthByName.TryGetValue($"{tokens[at].Text}_{tokens[at + 1].Text}", out var twoWords))
        {
            at++;
            return twoWords;
        }
        return Languages.MonthByName.TryGetValue(tokens[at].Text, out var month) ? month : null;
    }

    private static bool IsRelative(List<Words.Token> tokens)
    {
        if (tokens.Count > 8) return false;
        var anchored = false;
        foreach (var token in tokens)
        {
            if (token.Sort != Words.Sort.Word) continue;
            anchored |= RelativeAnchor.Contains(token.Text);
            if (!Relative.Contains(token.Text) && !Beside.Contains(token.Text)) return false;
        }
        return anchored;
    }
}
