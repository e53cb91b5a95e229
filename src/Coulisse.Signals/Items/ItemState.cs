namespace Coulisse.Signals.Items;

/// <summary>Where an item is on its way; the values stand in the file.</summary>
//  Draft --schedule--> Scheduled --the minute comes--> Published --withdraw--> Withdrawn
//    ^-----unschedule-----+                               ^
//    +--------------------publish-------------------------+
public enum ItemState
{
    Draft = 1,
    Scheduled = 2,
    Published = 3,
    Withdrawn = 4,
}
