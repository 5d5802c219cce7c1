graph [
  node [
    id 0
    label "Anzelma"
  ]
  node [
    id 1
    label "Eponine"
  ]
  node [
    id 2
    label "MmeThenardier"
  ]
  node [
    id 3
    label "Thenardier"
  ]
  node [
    id 4
    label "Babet"
  ]
  node [
    id 5
    label "Brujon"
  ]
  node [
    id 6
    label "Claquesous"
  ]
  node [
    id 7
    label "Gavroche"
  ]
  node [
    id 8
    label "Gueulemer"
  ]
  node [
    id 9
    label "Javert"
  ]
  node [
    id 10
    label "Montparnasse"
  ]
  node [
    id 11
    label "Valjean"
  ]
  node [
    id 12
    label "Bahorel"
  ]
  node [
    id 13
    label "Bossuet"
  ]
  node [
    id 14
    label "Combeferre"
  ]
  node [
    id 15
    label "Courfeyrac"
  ]
  node [
    id 16
    label "Enjolras"
  ]
  node [
    id 17
    label "Feuilly"
  ]
  node [
    id 18
    label "Grantaire"
  ]
  node [
    id 19
    label "Joly"
  ]
  node [
    id 20
    label "Mabeuf"
  ]
  node [
    id 21
    label "Marius"
  ]
  node [
    id 22
    label "MmeHucheloup"
  ]
  node [
    id 23
    label "Prouvaire"
  ]
  node [
    id 24
    label "Bamatabois"
  ]
  node [
    id 25
    label "Brevet"
  ]
  node [
    id 26
    label "Champmathieu"
  ]
  node [
    id 27
    label "Chenildieu"
  ]
  node [
    id 28
    label "Cochepaille"
  ]
  node [
    id 29
    label "Fantine"
  ]
  node [
    id 30
    label "Judge"
  ]
  node [
    id 31
    label "BaronessT"
  ]
  node [
    id 32
    label "Gillenormand"
  ]
  node [
    id 33
    label "Blacheville"
  ]
  node [
    id 34
    label "Dahlia"
  ]
  node [
    id 35
    label "Fameuil"
  ]
  node [
    id 36
    label "Favourite"
  ]
  node [
    id 37
    label "Listolier"
  ]
  node [
    id 38
    label "Tholomyes"
  ]
  node [
    id 39
    label "Zephine"
  ]
  node [
    id 40
    label "Boulatruelle"
  ]
  node [
    id 41
    label "Champtercier"
  ]
  node [
    id 42
    label "Myriel"
  ]
  node [
    id 43
    label "Child1"
  ]
  node [
    id 44
    label "Child2"
  ]
  node [
    id 45
    label "Cosette"
  ]
  node [
    id 46
    label "LtGillenormand"
  ]
  node [
    id 47
    label "MlleGillenormand"
  ]
  node [
    id 48
    label "Toussaint"
  ]
  node [
    id 49
    label "Woman2"
  ]
  node [
    id 50
    label "Count"
  ]
  node [
    id 51
    label "CountessDeLo"
  ]
  node [
    id 52
    label "Cravatte"
  ]
  node [
    id 53
    label "Marguerite"
  ]
  node [
    id 54
    label "Perpetue"
  ]
  node [
    id 55
    label "Simplice"
  ]
  node [
    id 56
    label "Fauchelevent"
  ]
  node [
    id 57
    label "Gribier"
  ]
  node [
    id 58
    label "MotherInnocent"
  ]
  node [
    id 59
    label "MmeBurgon"
  ]
  node [
    id 60
    label "Geborand"
  ]
  node [
    id 61
    label "Gervais"
  ]
  node [
    id 62
    label "Magnon"
  ]
  node [
    id 63
    label "Isabeau"
  ]
  node [
    id 64
    label "Woman1"
  ]
  node [
    id 65
    label "Jondrette"
  ]
  node [
    id 66
    label "Labarre"
  ]
  node [
    id 67
    label "MotherPlutarch"
  ]
  node [
    id 68
    label "Pontmercy"
  ]
  node [
    id 69
    label "MlleBaptistine"
  ]
  node [
    id 70
    label "MmeMagloire"
  ]
  node [
    id 71
    label "MlleVaubois"
  ]
  node [
    id 72
    label "MmePontmercy"
  ]
  node [
    id 73
    label "MmeDeR"
  ]
  node [
    id 74
    label "Napoleon"
  ]
  node [
    id 75
    label "OldMan"
  ]
  node [
    id 76
    label "Scaufflaire"
  ]
  edge [
    source 0
    target 1
    weight 2.0
  ]
  edge [
    source 0
    target 2
    weight 1.0
  ]
  edge [
    source 0
    target 3
    weight 2.0
  ]
  edge [
    source 1
    target 4
    weight 1.0
  ]
  edge [
    source 1
    target 5
    weight 1.0
  ]
  edge [
    source 1
    target 6
    weight 1.0
  ]
  edge [
    source 1
    target 15
    weight 1.0
  ]
  edge [
    source 1
    target 8
    weight 1.0
  ]
  edge [
    source 1
    target 20
    weight 1.0
  ]
  edge [
    source 1
    target 21
    weight 5.0
  ]
  edge [
    source 1
    target 2
    weight 2.0
  ]
  edge [
    source 1
    target 10
    weight 1.0
  ]
  edge [
    source 1
    target 3
    weight 3.0
  ]
  edge [
    source 2
    target 4
    weight 1.0
  ]
  edge [
    source 2
    target 6
    weight 1.0
  ]
  edge [
    source 2
    target 45
    weight 4.0
  ]
  edge [
    source 2
    target 29
    weight 2.0
  ]
  edge [
    source 2
    target 8
    weight 1.0
  ]
  edge [
    source 2
    target 9
    weight 1.0
  ]
  edge [
    source 2
    target 62
    weight 1.0
  ]
  edge [
    source 2
    target 3
    weight 13.0
  ]
  edge [
    source 2
    target 11
    weight 7.0
  ]
  edge [
    source 3
    target 4
    weight 6.0
  ]
  edge [
    source 3
    target 40
    weight 1.0
  ]
  edge [
    source 3
    target 5
    weight 3.0
  ]
  edge [
    source 3
    target 6
    weight 4.0
  ]
  edge [
    source 3
    target 45
    weight 1.0
  ]
  edge [
    source 3
    target 29
    weight 1.0
  ]
  edge [
    source 3
    target 7
    weight 1.0
  ]
  edge [
    source 3
    target 8
    weight 5.0
  ]
  edge [
    source 3
    target 9
    weight 5.0
  ]
  edge [
    source 3
    target 21
    weight 2.0
  ]
  edge [
    source 3
    target 10
    weight 1.0
  ]
  edge [
    source 3
    target 68
    weight 1.0
  ]
  edge [
    source 3
    target 11
    weight 12.0
  ]
  edge [
    source 4
    target 5
    weight 3.0
  ]
  edge [
    source 4
    target 6
    weight 4.0
  ]
  edge [
    source 4
    target 7
    weight 1.0
  ]
  edge [
    source 4
    target 8
    weight 6.0
  ]
  edge [
    source 4
    target 9
    weight 2.0
  ]
  edge [
    source 4
    target 10
    weight 2.0
  ]
  edge [
    source 4
    target 11
    weight 1.0
  ]
  edge [
    source 5
    target 6
    weight 1.0
  ]
  edge [
    source 5
    target 7
    weight 1.0
  ]
  edge [
    source 5
    target 8
    weight 3.0
  ]
  edge [
    source 5
    target 10
    weight 1.0
  ]
  edge [
    source 6
    target 16
    weight 1.0
  ]
  edge [
    source 6
    target 8
    weight 4.0
  ]
  edge [
    source 6
    target 9
    weight 1.0
  ]
  edge [
    source 6
    target 10
    weight 2.0
  ]
  edge [
    source 6
    target 11
    weight 1.0
  ]
  edge [
    source 7
    target 12
    weight 5.0
  ]
  edge [
    source 7
    target 13
    weight 5.0
  ]
  edge [
    source 7
    target 43
    weight 2.0
  ]
  edge [
    source 7
    target 44
    weight 2.0
  ]
  edge [
    source 7
    target 14
    weight 6.0
  ]
  edge [
    source 7
    target 15
    weight 7.0
  ]
  edge [
    source 7
    target 16
    weight 7.0
  ]
  edge [
    source 7
    target 17
    weight 2.0
  ]
  edge [
    source 7
    target 18
    weight 1.0
  ]
  edge [
    source 7
    target 8
    weight 1.0
  ]
  edge [
    source 7
    target 9
    weight 1.0
  ]
  edge [
    source 7
    target 19
    weight 3.0
  ]
  edge [
    source 7
    target 20
    weight 1.0
  ]
  edge [
    source 7
    target 21
    weight 4.0
  ]
  edge [
    source 7
    target 59
    weight 2.0
  ]
  edge [
    source 7
    target 22
    weight 1.0
  ]
  edge [
    source 7
    target 10
    weight 1.0
  ]
  edge [
    source 7
    target 23
    weight 1.0
  ]
  edge [
    source 7
    target 11
    weight 1.0
  ]
  edge [
    source 8
    target 9
    weight 1.0
  ]
  edge [
    source 8
    target 10
    weight 2.0
  ]
  edge [
    source 8
    target 11
    weight 1.0
  ]
  edge [
    source 9
    target 24
    weight 1.0
  ]
  edge [
    source 9
    target 45
    weight 1.0
  ]
  edge [
    source 9
    target 16
    weight 6.0
  ]
  edge [
    source 9
    target 29
    weight 5.0
  ]
  edge [
    source 9
    target 56
    weight 1.0
  ]
  edge [
    source 9
    target 10
    weight 1.0
  ]
  edge [
    source 9
    target 55
    weight 1.0
  ]
  edge [
    source 9
    target 48
    weight 1.0
  ]
  edge [
    source 9
    target 11
    weight 17.0
  ]
  edge [
    source 9
    target 64
    weight 1.0
  ]
  edge [
    source 9
    target 49
    weight 1.0
  ]
  edge [
    source 10
    target 11
    weight 1.0
  ]
  edge [
    source 11
    target 24
    weight 2.0
  ]
  edge [
    source 11
    target 13
    weight 1.0
  ]
  edge [
    source 11
    target 25
    weight 2.0
  ]
  edge [
    source 11
    target 26
    weight 3.0
  ]
  edge [
    source 11
    target 27
    weight 2.0
  ]
  edge [
    source 11
    target 28
    weight 2.0
  ]
  edge [
    source 11
    target 45
    weight 31.0
  ]
  edge [
    source 11
    target 16
    weight 4.0
  ]
  edge [
    source 11
    target 29
    weight 9.0
  ]
  edge [
    source 11
    target 56
    weight 8.0
  ]
  edge [
    source 11
    target 61
    weight 1.0
  ]
  edge [
    source 11
    target 32
    weight 2.0
  ]
  edge [
    source 11
    target 63
    weight 1.0
  ]
  edge [
    source 11
    target 30
    weight 3.0
  ]
  edge [
    source 11
    target 66
    weight 1.0
  ]
  edge [
    source 11
    target 53
    weight 1.0
  ]
  edge [
    source 11
    target 21
    weight 19.0
  ]
  edge [
    source 11
    target 69
    weight 3.0
  ]
  edge [
    source 11
    target 47
    weight 2.0
  ]
  edge [
    source 11
    target 73
    weight 1.0
  ]
  edge [
    source 11
    target 70
    weight 3.0
  ]
  edge [
    source 11
    target 58
    weight 1.0
  ]
  edge [
    source 11
    target 42
    weight 5.0
  ]
  edge [
    source 11
    target 76
    weight 1.0
  ]
  edge [
    source 11
    target 55
    weight 3.0
  ]
  edge [
    source 11
    target 48
    weight 1.0
  ]
  edge [
    source 11
    target 64
    weight 2.0
  ]
  edge [
    source 11
    target 49
    weight 3.0
  ]
  edge [
    source 12
    target 13
    weight 4.0
  ]
  edge [
    source 12
    target 14
    weight 5.0
  ]
  edge [
    source 12
    target 15
    weight 6.0
  ]
  edge [
    source 12
    target 16
    weight 4.0
  ]
  edge [
    source 12
    target 17
    weight 3.0
  ]
  edge [
    source 12
    target 18
    weight 1.0
  ]
  edge [
    source 12
    target 19
    weight 5.0
  ]
  edge [
    source 12
    target 20
    weight 2.0
  ]
  edge [
    source 12
    target 21
    weight 1.0
  ]
  edge [
    source 12
    target 22
    weight 1.0
  ]
  edge [
    source 12
    target 23
    weight 2.0
  ]
  edge [
    source 13
    target 14
    weight 9.0
  ]
  edge [
    source 13
    target 15
    weight 12.0
  ]
  edge [
    source 13
    target 16
    weight 10.0
  ]
  edge [
    source 13
    target 17
    weight 6.0
  ]
  edge [
    source 13
    target 18
    weight 3.0
  ]
  edge [
    source 13
    target 19
    weight 7.0
  ]
  edge [
    source 13
    target 20
    weight 1.0
  ]
  edge [
    source 13
    target 21
    weight 5.0
  ]
  edge [
    source 13
    target 22
    weight 1.0
  ]
  edge [
    source 13
    target 23
    weight 2.0
  ]
  edge [
    source 14
    target 15
    weight 13.0
  ]
  edge [
    source 14
    target 16
    weight 15.0
  ]
  edge [
    source 14
    target 17
    weight 5.0
  ]
  edge [
    source 14
    target 18
    weight 1.0
  ]
  edge [
    source 14
    target 19
    weight 5.0
  ]
  edge [
    source 14
    target 20
    weight 2.0
  ]
  edge [
    source 14
    target 21
    weight 5.0
  ]
  edge [
    source 14
    target 23
    weight 2.0
  ]
  edge [
    source 15
    target 16
    weight 17.0
  ]
  edge [
    source 15
    target 17
    weight 6.0
  ]
  edge [
    source 15
    target 18
    weight 2.0
  ]
  edge [
    source 15
    target 19
    weight 5.0
  ]
  edge [
    source 15
    target 20
    weight 2.0
  ]
  edge [
    source 15
    target 21
    weight 9.0
  ]
  edge [
    source 15
    target 22
    weight 1.0
  ]
  edge [
    source 15
    target 23
    weight 3.0
  ]
  edge [
    source 16
    target 17
    weight 6.0
  ]
  edge [
    source 16
    target 18
    weight 3.0
  ]
  edge [
    source 16
    target 19
    weight 5.0
  ]
  edge [
    source 16
    target 20
    weight 1.0
  ]
  edge [
    source 16
    target 21
    weight 7.0
  ]
  edge [
    source 16
    target 22
    weight 1.0
  ]
  edge [
    source 16
    target 23
    weight 4.0
  ]
  edge [
    source 17
    target 18
    weight 1.0
  ]
  edge [
    source 17
    target 19
    weight 5.0
  ]
  edge [
    source 17
    target 20
    weight 1.0
  ]
  edge [
    source 17
    target 21
    weight 1.0
  ]
  edge [
    source 17
    target 23
    weight 2.0
  ]
  edge [
    source 18
    target 19
    weight 2.0
  ]
  edge [
    source 18
    target 22
    weight 1.0
  ]
  edge [
    source 18
    target 23
    weight 1.0
  ]
  edge [
    source 19
    target 20
    weight 1.0
  ]
  edge [
    source 19
    target 21
    weight 2.0
  ]
  edge [
    source 19
    target 22
    weight 1.0
  ]
  edge [
    source 19
    target 23
    weight 2.0
  ]
  edge [
    source 20
    target 21
    weight 1.0
  ]
  edge [
    source 20
    target 67
    weight 3.0
  ]
  edge [
    source 21
    target 31
    weight 1.0
  ]
  edge [
    source 21
    target 45
    weight 21.0
  ]
  edge [
    source 21
    target 32
    weight 12.0
  ]
  edge [
    source 21
    target 46
    weight 1.0
  ]
  edge [
    source 21
    target 47
    weight 6.0
  ]
  edge [
    source 21
    target 68
    weight 1.0
  ]
  edge [
    source 21
    target 38
    weight 1.0
  ]
  edge [
    source 24
    target 25
    weight 1.0
  ]
  edge [
    source 24
    target 26
    weight 2.0
  ]
  edge [
    source 24
    target 27
    weight 1.0
  ]
  edge [
    source 24
    target 28
    weight 1.0
  ]
  edge [
    source 24
    target 29
    weight 1.0
  ]
  edge [
    source 24
    target 30
    weight 2.0
  ]
  edge [
    source 25
    target 26
    weight 2.0
  ]
  edge [
    source 25
    target 27
    weight 2.0
  ]
  edge [
    source 25
    target 28
    weight 2.0
  ]
  edge [
    source 25
    target 30
    weight 2.0
  ]
  edge [
    source 26
    target 27
    weight 2.0
  ]
  edge [
    source 26
    target 28
    weight 2.0
  ]
  edge [
    source 26
    target 30
    weight 3.0
  ]
  edge [
    source 27
    target 28
    weight 2.0
  ]
  edge [
    source 27
    target 30
    weight 2.0
  ]
  edge [
    source 28
    target 30
    weight 2.0
  ]
  edge [
    source 29
    target 33
    weight 3.0
  ]
  edge [
    source 29
    target 34
    weight 4.0
  ]
  edge [
    source 29
    target 35
    weight 3.0
  ]
  edge [
    source 29
    target 36
    weight 4.0
  ]
  edge [
    source 29
    target 37
    weight 3.0
  ]
  edge [
    source 29
    target 53
    weight 2.0
  ]
  edge [
    source 29
    target 54
    weight 1.0
  ]
  edge [
    source 29
    target 55
    weight 2.0
  ]
  edge [
    source 29
    target 38
    weight 3.0
  ]
  edge [
    source 29
    target 39
    weight 4.0
  ]
  edge [
    source 31
    target 32
    weight 1.0
  ]
  edge [
    source 32
    target 45
    weight 3.0
  ]
  edge [
    source 32
    target 46
    weight 1.0
  ]
  edge [
    source 32
    target 62
    weight 1.0
  ]
  edge [
    source 32
    target 47
    weight 9.0
  ]
  edge [
    source 33
    target 34
    weight 3.0
  ]
  edge [
    source 33
    target 35
    weight 4.0
  ]
  edge [
    source 33
    target 36
    weight 4.0
  ]
  edge [
    source 33
    target 37
    weight 4.0
  ]
  edge [
    source 33
    target 38
    weight 4.0
  ]
  edge [
    source 33
    target 39
    weight 3.0
  ]
  edge [
    source 34
    target 35
    weight 3.0
  ]
  edge [
    source 34
    target 36
    weight 5.0
  ]
  edge [
    source 34
    target 37
    weight 3.0
  ]
  edge [
    source 34
    target 38
    weight 3.0
  ]
  edge [
    source 34
    target 39
    weight 4.0
  ]
  edge [
    source 35
    target 36
    weight 3.0
  ]
  edge [
    source 35
    target 37
    weight 4.0
  ]
  edge [
    source 35
    target 38
    weight 4.0
  ]
  edge [
    source 35
    target 39
    weight 3.0
  ]
  edge [
    source 36
    target 37
    weight 3.0
  ]
  edge [
    source 36
    target 38
    weight 3.0
  ]
  edge [
    source 36
    target 39
    weight 4.0
  ]
  edge [
    source 37
    target 38
    weight 4.0
  ]
  edge [
    source 37
    target 39
    weight 3.0
  ]
  edge [
    source 38
    target 45
    weight 1.0
  ]
  edge [
    source 38
    target 39
    weight 3.0
  ]
  edge [
    source 41
    target 42
    weight 1.0
  ]
  edge [
    source 42
    target 50
    weight 2.0
  ]
  edge [
    source 42
    target 51
    weight 1.0
  ]
  edge [
    source 42
    target 52
    weight 1.0
  ]
  edge [
    source 42
    target 60
    weight 1.0
  ]
  edge [
    source 42
    target 69
    weight 8.0
  ]
  edge [
    source 42
    target 70
    weight 10.0
  ]
  edge [
    source 42
    target 74
    weight 1.0
  ]
  edge [
    source 42
    target 75
    weight 1.0
  ]
  edge [
    source 43
    target 44
    weight 3.0
  ]
  edge [
    source 45
    target 46
    weight 1.0
  ]
  edge [
    source 45
    target 47
    weight 2.0
  ]
  edge [
    source 45
    target 48
    weight 2.0
  ]
  edge [
    source 45
    target 49
    weight 1.0
  ]
  edge [
    source 46
    target 47
    weight 2.0
  ]
  edge [
    source 47
    target 71
    weight 1.0
  ]
  edge [
    source 47
    target 72
    weight 1.0
  ]
  edge [
    source 54
    target 55
    weight 2.0
  ]
  edge [
    source 56
    target 57
    weight 2.0
  ]
  edge [
    source 56
    target 58
    weight 3.0
  ]
  edge [
    source 59
    target 65
    weight 1.0
  ]
  edge [
    source 68
    target 72
    weight 1.0
  ]
  edge [
    source 69
    target 70
    weight 6.0
  ]
]
