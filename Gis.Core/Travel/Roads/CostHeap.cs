namespace Gis.Core.Travel.Roads;

/// <summary>States waiting to be settled, the cheapest first; four children to a node. A state may wait more than once.</summary>
internal sealed class CostHeap
{
    private (long Cost, int State)[] waiting = new (long, int)[256];

    internal int Count { get; private set; }

    internal long CheapestCost => waiting[0].Cost;

    internal void Clear() => Count = 0;

    internal void Add(long cost, int state)
    {
        if (Count == waiting.Length)
            Array.Resize(ref waiting, Count * 2);
        var heap = waiting;
        var place = Count++;
        while (place > 0)
        {
            var parent = (place - 1) >> 2;
            if (heap[parent].Cost <= cost)
                break;
            heap[place] = heap[parent];
            place = parent;
        }

        heap[place] = (cost, state);
    }

    internal (long Cost, int State) TakeCheapest()
    {
        var cheapest = waiting[0];
        var last = waiting[--Count];
        SinkFromTop(last);
        return cheapest;
    }

    private void SinkFromTop((long Cost, int State) sinking)
    {
        var heap = waiting;
        var place = 0;
        while (true)
        {
            var first = (place << 2) + 1;
            if (first >= Count)
                break;
            var least = first;
            for (var child = first + 1; child < Math.Min(first + 4, Count); child++)
            {
                if (heap[child].Cost < heap[least].Cost)
                    least = child;
            }

            if (heap[least].Cost >= sinking.Cost)
                break;
            heap[place] = heap[least];
            place = least;
        }

        heap[place] = sinking;
    }
}
